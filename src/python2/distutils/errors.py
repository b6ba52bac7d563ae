"""The exceptions of distutils."""


class CCompilerError(Exception):
    """Something about compiling C."""


class CompileError(CCompilerError):
    """A file could not be compiled."""


class LibError(CCompilerError):
    """A library could not be made."""


class LinkError(CCompilerError):
    """A program or library could not be linked."""


class PreprocessError(CCompilerError):
    """A file could not be preprocessed."""


class UnknownFileError(CCompilerError):
    """A file of an unknown kind."""


class DistutilsError(Exception):
    """The root of all of them."""


class DistutilsArgError(DistutilsError):
    """The command line is wrong."""


class DistutilsByteCompileError(DistutilsError):
    """Files could not be compiled."""


class DistutilsClassError(DistutilsError):
    """A command class does not keep to the rules."""


class DistutilsExecError(DistutilsError):
    """A program could not be run, or failed."""


class DistutilsFileError(DistutilsError):
    """Something about files: one that is missing, or no folder."""


class DistutilsGetoptError(DistutilsError):
    """A table of options is wrong."""


class DistutilsInternalError(DistutilsError):
    """An impossible situation."""


class DistutilsModuleError(DistutilsError):
    """A module, or a class in it, that was expected is not there."""


class DistutilsOptionError(DistutilsError):
    """Options that contradict each other, or have wrong values."""


class DistutilsPlatformError(DistutilsError):
    """The system is not one that this can be done on."""


class DistutilsSetupError(DistutilsError):
    """The arguments of `setup` are wrong."""


class DistutilsTemplateError(DistutilsError):
    """A list of files is wrong."""
