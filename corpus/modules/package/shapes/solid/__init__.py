from .. import registry as shared

shared.append(__name__)
