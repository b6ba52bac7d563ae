"""A configuration disables the loggers that there are, also those of modules that nobody has used yet."""
import asyncio
import concurrent.futures
import logging
import logging.config

logging.config.dictConfig({'version': 1})
print(logging.getLogger('asyncio').disabled, logging.getLogger('concurrent.futures').disabled)
print(logging.getLogger('mine').disabled, asyncio.log.logger.disabled, concurrent.futures._base.LOGGER.disabled)
