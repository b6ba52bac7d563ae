"""Servers whose functions are called by XML over HTTP."""

import BaseHTTPServer
import os
import re
import SocketServer
import sys
import traceback
import xmlrpclib
from xmlrpclib import Fault, gzip_decode, gzip_encode

try:
    import fcntl
except ImportError:
    fcntl = None

_MOST_AT_ONCE = 10 << 20


def resolve_dotted_attribute(obj, attr, allow_dotted_names=True):
    """The attribute of this name, also one further inside; none that is private."""
    for step in attr.split('.') if allow_dotted_names else (attr,):
        if step[:1] == '_':
            raise AttributeError('attempt to access private attribute "%s"' % step)
        obj = getattr(obj, step)
    return obj


def list_public_methods(obj):
    """Names of what can be called."""
    return [name for name in dir(obj) if name[:1] != '_' and hasattr(getattr(obj, name), '__call__')]


def remove_duplicates(lst):
    return dict.fromkeys(lst).keys()


def _told(exception):
    """What the caller is told of an exception: number and text."""
    if isinstance(exception[1], Fault):
        return exception[1].faultCode, exception[1].faultString
    return 1, '%s:%s' % exception[:2]


class SimpleXMLRPCDispatcher:
    """Finds what is called, and calls it: functions by name, and the methods of an instance."""

    def __init__(self, allow_none=False, encoding=None):
        self.instance, self.allow_dotted_names, self.funcs = None, False, {}
        self.allow_none, self.encoding = allow_none, encoding

    # ------------------------------------------------------------ what there is

    def register_instance(self, instance, allow_dotted_names=False):
        self.instance, self.allow_dotted_names = instance, allow_dotted_names

    def register_function(self, function, name=None):
        self.funcs[function.__name__ if name is None else name] = function

    def _register_own(self, *names):
        for name in names:
            self.register_function(getattr(self, 'system_' + name), 'system.' + name)

    def register_introspection_functions(self):
        self._register_own('listMethods', 'methodSignature', 'methodHelp')

    def register_multicall_functions(self):
        self._register_own('multicall')

    def _offer(self, name):
        """A method of the instance's that is for this dispatcher, or None."""
        return getattr(self.instance, name, None) if self.instance is not None else None

    def _find(self, method):
        """What has this name, or None."""
        if method in self.funcs or self.instance is None:
            return self.funcs.get(method)
        try:
            return resolve_dotted_attribute(self.instance, method, self.allow_dotted_names)
        except AttributeError:
            return None

    # ------------------------------------------------------------ calls

    def _marshaled_dispatch(self, data, dispatch_method=None, path=None):
        """The response to a call, both as XML."""
        form = {'allow_none': self.allow_none, 'encoding': self.encoding}
        try:
            params, method = xmlrpclib.loads(data)
            result = (dispatch_method or self._dispatch)(method, params)
            return xmlrpclib.dumps((result,), methodresponse=1, **form)
        except:
            return xmlrpclib.dumps(Fault(*_told(sys.exc_info())), **form)

    def _dispatch(self, method, params):
        """Calls what has this name."""
        every = self._offer('_dispatch') if method not in self.funcs else None
        if every is not None:
            return every(method, params)
        found = self._find(method)
        if found is None:
            raise Exception('method "%s" is not supported' % method)
        return found(*params)

    def system_multicall(self, call_list):
        """Makes several calls; the results are lists of one, or what is wrong."""
        return map(self._one_of_several, call_list)

    def _one_of_several(self, call):
        try:
            return [self._dispatch(call['methodName'], call['params'])]
        except:
            return dict(zip(('faultCode', 'faultString'), _told(sys.exc_info())))

    # ------------------------------------------------------------ about what there is

    def system_listMethods(self):
        """Names of what can be called."""
        names = self.funcs.keys()
        if self._offer('_listMethods') is not None:
            names += self._offer('_listMethods')()
        elif self.instance is not None and self._offer('_dispatch') is None:
            names += list_public_methods(self.instance)
        return sorted(remove_duplicates(names))

    def system_methodSignature(self, method_name):
        """What a method takes and gives is not known."""
        return 'signatures not ' + 'supported'

    def system_methodHelp(self, method_name):
        """The text that a function has about itself."""
        if method_name not in self.funcs:
            if self._offer('_methodHelp') is not None:
                return self._offer('_methodHelp')(method_name)
            if self._offer('_dispatch') is not None:
                return ''
        found = self._find(method_name)
        import inspect
        return '' if found is None else inspect.getdoc(found) or ''


class SimpleXMLRPCRequestHandler(BaseHTTPServer.BaseHTTPRequestHandler):
    """Takes calls as POST; what is long is compressed."""

    rpc_paths = '/', '/RPC2'
    encode_threshold = 1400
    wbufsize, disable_nagle_algorithm = -1, True
    aepattern = re.compile(r'\s*([^\s;]+)\s*(;\s*q\s*=\s*([0-9.]+))?')

    def accept_encodings(self):
        """What the client can read, with how much it likes that."""
        texts = self.headers.get('Accept-Encoding', '').split(',')
        found = filter(None, map(self.aepattern.match, texts))
        return dict((match.group(1), float(match.group(3) or 1)) for match in found)

    def is_rpc_path_valid(self):
        return not self.rpc_paths or self.path in self.rpc_paths

    def do_POST(self):
        if not self.is_rpc_path_valid():
            return self.report_404()
        try:
            text = self.decode_request_content(self._content())
            if text is None:
                # That has been answered.
                return
            answer = self.server._marshaled_dispatch(text, getattr(self, '_dispatch', None), self.path)
        except Exception as problem:
            shown = []
            if getattr(self.server, '_send_traceback_header', False):
                shown = [('X-exception', str(problem)), ('X-traceback', traceback.format_exc())]
            self._send((500,), shown)
            return
        headers = [('Content-type', 'text/xml')]
        is_long = self.encode_threshold is not None and len(answer) > self.encode_threshold
        if is_long and self.accept_encodings().get('gzip', 0):
            headers.append(('Content-Encoding', 'gzip'))
            answer = gzip_encode(answer)
        self._send((200,), headers, answer)

    def _content(self):
        missing, parts = int(self.headers['content-length']), []
        while missing > 0:
            parts.append(self.rfile.read(min(missing, _MOST_AT_ONCE)))
            missing = missing - len(parts[-1]) if parts[-1] else 0
        return ''.join(parts)

    def _send(self, status, headers=(), content=''):
        self.send_response(*status)
        for header in list(headers) + [('Content-length', '%d' % len(content))]:
            self.send_header(*header)
        self.end_headers()
        self.wfile.write(content)

    def decode_request_content(self, data):
        """The content as it was before it was compressed; None when that cannot be had, which is answered."""
        coding = self.headers.get('content-encoding', 'identity').lower()
        problem = 501, 'encoding %r not supported' % coding
        if coding in ('identity', 'gzip'):
            try:
                return gzip_decode(data) if coding == 'gzip' else data
            except ValueError:
                problem = 400, 'error decoding gzip content'
        self._send(problem)

    def report_404(self):
        self._send((404,), [('Content-type', 'text/plain')], 'No such page')

    def log_request(self, code='-', size='-'):
        """Only if the server wants it."""
        if getattr(self.server, 'logRequests', None):
            BaseHTTPServer.BaseHTTPRequestHandler.log_request(self, code=code, size=size)


class SimpleXMLRPCServer(SocketServer.TCPServer, SimpleXMLRPCDispatcher):
    """A server of its own."""

    allow_reuse_address, _send_traceback_header = True, False

    def __init__(self, addr, requestHandler=SimpleXMLRPCRequestHandler, logRequests=True, allow_none=False, encoding=None,
                 bind_and_activate=True):
        self.logRequests = bool(logRequests)
        SimpleXMLRPCDispatcher.__init__(self, allow_none=allow_none, encoding=encoding)
        SocketServer.TCPServer.__init__(self, addr, requestHandler, bind_and_activate=bind_and_activate)
        if fcntl is not None and hasattr(fcntl, 'FD_CLOEXEC'):
            # Programs that are started do not have it.
            number = self.fileno()
            fcntl.fcntl(number, fcntl.F_SETFD, fcntl.fcntl(number, fcntl.F_GETFD) | fcntl.FD_CLOEXEC)


class MultiPathXMLRPCServer(SimpleXMLRPCServer):
    """A server with several dispatchers, by the path that is asked."""

    def __init__(self, addr, requestHandler=SimpleXMLRPCRequestHandler, logRequests=True, allow_none=False, encoding=None,
                 bind_and_activate=True):
        self.dispatchers = {}
        SimpleXMLRPCServer.__init__(self, addr, requestHandler, logRequests, allow_none, encoding,
                                    bind_and_activate=bind_and_activate)

    def add_dispatcher(self, path, dispatcher):
        return self.dispatchers.setdefault(path, dispatcher)

    def get_dispatcher(self, path):
        return self.dispatchers[path]

    def _marshaled_dispatch(self, data, dispatch_method=None, path=None):
        try:
            found = self.get_dispatcher(path)
            return found._marshaled_dispatch(data, dispatch_method, path=path)
        except:
            problem = Fault(1, '%s:%s' % sys.exc_info()[:2])
            return xmlrpclib.dumps(problem, encoding=self.encoding, allow_none=self.allow_none)


class CGIXMLRPCRequestHandler(SimpleXMLRPCDispatcher):
    """Answers one call, for a server that starts a program for it."""

    def _print(self, kind, content, *before):
        headers = before + ('Content-Type: ' + kind, 'Content-Length: %d' % len(content))
        sys.stdout.write('\n'.join(headers) + '\n\n' + content)

    def handle_xmlrpc(self, request_text):
        self._print('text/xml', self._marshaled_dispatch(request_text))

    def handle_get(self):
        """Calls come as POST only."""
        message, explain = BaseHTTPServer.BaseHTTPRequestHandler.responses[400]
        page = BaseHTTPServer.DEFAULT_ERROR_MESSAGE % dict(code=400, message=message, explain=explain)
        self._print(BaseHTTPServer.DEFAULT_ERROR_CONTENT_TYPE, page, 'Status: 400 ' + message)

    def handle_request(self, request_text=None):
        """Answers what is given, or what the environment tells of."""
        if request_text is None and os.environ.get('REQUEST_METHOD') == 'GET':
            return self.handle_get()
        length = os.environ.get('CONTENT_LENGTH', '')
        if request_text is None:
            request_text = sys.stdin.read(int(length) if length.isdigit() else -1)
        self.handle_xmlrpc(request_text)


if __name__ == '__main__':
    print 'Running XML-RPC server on port 8000'
    _server = SimpleXMLRPCServer(('localhost', 8000))
    _server.register_function(pow)
    _server.register_function(lambda x, y: x + y, 'add')
    _server.register_multicall_functions()
    _server.serve_forever()
