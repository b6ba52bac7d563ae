"""The names and texts of Expat's errors, and its numbers for the content of elements."""

import sys
import types

_ERRORS = [
    ('NO_MEMORY', 'out of memory'), ('SYNTAX', 'syntax error'), ('NO_ELEMENTS', 'no element found'),
    ('INVALID_TOKEN', 'not well-formed (invalid token)'), ('UNCLOSED_TOKEN', 'unclosed token'),
    ('PARTIAL_CHAR', 'partial character'), ('TAG_MISMATCH', 'mismatched tag'),
    ('DUPLICATE_ATTRIBUTE', 'duplicate attribute'), ('JUNK_AFTER_DOC_ELEMENT', 'junk after document element'),
    ('PARAM_ENTITY_REF', 'illegal parameter entity reference'), ('UNDEFINED_ENTITY', 'undefined entity'),
    ('RECURSIVE_ENTITY_REF', 'recursive entity reference'), ('ASYNC_ENTITY', 'asynchronous entity'),
    ('BAD_CHAR_REF', 'reference to invalid character number'), ('BINARY_ENTITY_REF', 'reference to binary entity'),
    ('ATTRIBUTE_EXTERNAL_ENTITY_REF', 'reference to external entity in attribute'),
    ('MISPLACED_XML_PI', 'XML or text declaration not at start of entity'), ('UNKNOWN_ENCODING', 'unknown encoding'),
    ('INCORRECT_ENCODING', 'encoding specified in XML declaration is incorrect'),
    ('UNCLOSED_CDATA_SECTION', 'unclosed CDATA section'),
    ('EXTERNAL_ENTITY_HANDLING', 'error in processing external entity reference'),
]
_LATER_ERRORS = {27: ('UNBOUND_PREFIX', 'unbound prefix'), 30: ('XML_DECL', 'XML declaration not well-formed'),
                 36: ('FINISHED', 'parsing finished')}
MESSAGES = {**{i + 1: text for i, (_, text) in enumerate(_ERRORS)}, **{i: text for i, (_, text) in _LATER_ERRORS.items()}}


def _module(name, doc, members):
    module = types.ModuleType('pyexpat.' + name, doc)
    vars(module).update(members)
    sys.modules['pyexpat.' + name] = module
    return module


errors = _module('errors', 'Constants used to describe error conditions.', {
    **{'XML_ERROR_' + name: text for name, text in _ERRORS + list(_LATER_ERRORS.values())},
    'codes': {text: code for code, text in MESSAGES.items()}, 'messages': MESSAGES})
model = _module('model', 'Constants used to interpret content model information.', {
    **{'XML_CTYPE_' + name: i + 1 for i, name in enumerate('EMPTY ANY MIXED NAME CHOICE SEQ'.split())},
    **{'XML_CQUANT_' + name: i for i, name in enumerate('NONE OPT REP PLUS'.split())}})
