/** What Python 2 had and Python 3 has not: the names that tell a program's dialect. */

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));

/** Builtins. */
export const GONE_NAMES: ReadonlySet<string> = words(
  'xrange raw_input unicode basestring unichr long reduce execfile file cmp apply reload intern coerce buffer',
);

/** Methods of dicts. */
export const GONE_METHODS: ReadonlySet<string> = words(
  'has_key iteritems iterkeys itervalues viewitems viewkeys viewvalues',
);

/** Modules, but for those with names that a program's own module is likely to have (`new`, `user`, `sets`). */
export const GONE_MODULES: ReadonlySet<string> = words(
  'Queue urllib2 urlparse cPickle cStringIO StringIO ConfigParser Tkinter tkMessageBox tkFileDialog ttk thread httplib ' +
    'commands SocketServer BaseHTTPServer SimpleHTTPServer CGIHTTPServer SimpleXMLRPCServer DocXMLRPCServer xmlrpclib ' +
    'Cookie cookielib HTMLParser htmlentitydefs htmllib sgmllib robotparser copy_reg __builtin__ exceptions md5 sha ' +
    'UserDict UserList UserString anydbm dbhash whichdb dummy_thread popen2 statvfs future_builtins',
);

/** Members of modules that are still there. Not among them what a str has too: `string` may be one. */
const GONE_MEMBERS: Readonly<Record<string, ReadonlySet<string>>> = {
  itertools: words('izip izip_longest imap ifilter ifilterfalse'),
  operator: words('isCallable sequenceIncludes isSequenceType isMappingType isNumberType'),
  os: words('getcwdu popen2 popen3 popen4 tmpnam tempnam'),
  string: words('letters lowercase uppercase atoi atol atof joinfields splitfields'),
  sys: words('maxint exc_clear exc_type exc_value setdefaultencoding'),
  types: words(
    'StringType StringTypes UnicodeType IntType LongType FloatType BooleanType ListType TupleType DictType ' +
      'DictionaryType ClassType InstanceType FileType ObjectType',
  ),
  urllib: words(
    'urlopen urlretrieve urlencode quote quote_plus unquote unquote_plus URLopener FancyURLopener urlcleanup',
  ),
};

export const isGoneMember = (module: string, name: string): boolean =>
  Object.hasOwn(GONE_MEMBERS, module) && GONE_MEMBERS[module]!.has(name);
