/**
 * The `_io` module: the classes of files.
 * Spec: https://docs.python.org/3/library/io.html
 */

import { blockingError2 } from '../io/blocking2.js';
import { bufferedIOBaseType, ioBaseType, rawIOBaseType, textIOBaseType } from '../io/base.js';
import { bufferedRandomType, bufferedReaderType, bufferedWriterType } from '../io/bufferedTypes.js';
import { bytesIOBufferType, bytesIOType } from '../io/bytesio.js';
import { DEFAULT_BUFFER_SIZE, fileIOType } from '../io/fileio.js';
import { newlineDecoderType } from '../io/newlineDecoder.js';
import { open, openFile } from '../io/open.js';
import { bufferedRWPairType } from '../io/pair.js';
import { stringIOType } from '../io/stringio.js';
import { textIOWrapperType } from '../io/textioType.js';
import { unsupportedType } from '../io/unsupported.js';
import { rt } from '../object/context.js';
import { BlockingIOError, TypeError } from '../object/errors.js';
import { fn } from '../object/fn.js';
import { strValue } from '../object/number.js';
import type { Py } from '../object/object.js';
import type { Members } from '../object/type.js';
import { typeOf } from '../object/typeof.js';

export default (): Members => ({
  DEFAULT_BUFFER_SIZE,
  BlockingIOError: rt.dialect === 2 ? blockingError2 : BlockingIOError.type,
  UnsupportedOperation: unsupportedType(),
  _IOBase: ioBaseType,
  _RawIOBase: rawIOBaseType,
  _BufferedIOBase: bufferedIOBaseType,
  _TextIOBase: textIOBaseType,
  FileIO: fileIOType,
  BytesIO: bytesIOType,
  _BytesIOBuffer: bytesIOBufferType,
  StringIO: stringIOType,
  BufferedReader: bufferedReaderType,
  BufferedWriter: bufferedWriterType,
  BufferedRandom: bufferedRandomType,
  BufferedRWPair: bufferedRWPairType,
  TextIOWrapper: textIOWrapperType,
  IncrementalNewlineDecoder: newlineDecoderType,
  open,
  open_code: fn('(path)', (path: Py) => {
    if (strValue(path) === undefined)
      throw TypeError(`open_code() argument 'path' must be str, not ${typeOf(path).name}`);
    return openFile(path, 'rb');
  }),
  text_encoding: fn('(encoding, stacklevel=2, /)', (encoding: Py) => (encoding === null ? 'locale' : encoding)),
});
