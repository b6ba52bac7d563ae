"""A server that runs programs for its pages."""

raise ImportError('No module named CGIHTTPServer: programs are not run for pages here; SimpleHTTPServer serves files')
