/** The files of CPython 2.7's `test` package that are run: the language, processes, and what programs commonly import. */
export const MODULES2 = `
    test_multiprocessing test_threading test_thread test_queue test_grammar test_syntax test_scope test_generators
    test_genexps test_descr test_class test_coercion test_exceptions test_iter test_itertools test_functools
    test_collections test_str test_unicode test_string test_format test_int test_long test_float test_complex test_list
    test_tuple test_dict test_set test_sort test_compare test_print test_types test_userdict test_userlist
    test_userstring test_StringIO test_cpickle test_pickle test_copy test_random test_re test_json test_csv
    test_datetime test_time test_optparse test_argparse test_getopt test_logging test_subprocess test_os test_popen
    test_popen2 test_commands test_signal test_socket test_socketserver test_urllib test_urllib2 test_urlparse
    test_cfgparser test_struct test_array test_bisect test_heapq test_deque test_xrange test_enumerate test_operator
    test_pickletools test_math test_cmath test_file test_io test_unittest test_traceback test_warnings test_weakref test_zlib
    test_hashlib test_base64 test_codecs test_unpack test_with test_augassign test_builtin test_decorators
    test_property test_slice test_import test_imp test_runpy test_tempfile test_shutil test_glob test_fnmatch
    test_textwrap test_pprint test_repr test_xmlrpc test_httpservers test_httplib test_asyncore test_asynchat
`
  .trim()
  .split(/\s+/);
