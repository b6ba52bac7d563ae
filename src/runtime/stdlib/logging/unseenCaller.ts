/**
 * Who logs is found on JavaScript's stack, which takes longer than all the rest of a record. It is looked for only where somebody
 * may see it: not where the library's own methods alone handle the record, and the formats of the handlers do not show it.
 */
import type { Py } from '../../object/object.js';
import { PyList, type PyModule } from '../../object/values.js';

/** What a format may name that is known from the caller only, or a format that shows whatever there is. */
const SHOWS_CALLER = /pathname|filename|module|lineno|funcName|%(?![(%])/;

/** The library's methods that get to see a record. */
const libraryMethods = (module: PyModule) => {
  const of = (cls: string, name: string): Py => module.namespace.get(cls)?.namespace?.get(name);
  return {
    filter: of('Filterer', 'filter'),
    log: of('Logger', '_log'),
    makeRecord: of('Logger', 'makeRecord'),
    handle: of('Logger', 'handle'),
    callHandlers: of('Logger', 'callHandlers'),
    init: of('LogRecord', '__init__'),
    getMessage: of('LogRecord', 'getMessage'),
    handlerHandle: of('Handler', 'handle'),
    handlerFormat: of('Handler', 'format'),
    emit: of('StreamHandler', 'emit'),
    emitToFile: of('FileHandler', 'emit'),
    format: of('Formatter', 'format'),
    formatMessage: of('Formatter', 'formatMessage'),
    formatTime: of('Formatter', 'formatTime'),
    usesTime: of('Formatter', 'usesTime'),
    styleFormat: of('PercentStyle', 'format'),
  };
};

export class UnseenCaller {
  private readonly own: ReturnType<typeof libraryMethods>;
  private readonly recordClass: Py;
  private readonly streamHandler: Py;
  /** What `_format` each class of styles has. */
  private readonly styles = new Map<Py, Py>();
  private lastFormat = '';
  private isLastShown = false;

  /** @param handleError the `Handler.handleError` that finds the caller when it is called. */
  constructor(
    private readonly module: PyModule,
    private readonly handleError: Py,
  ) {
    const { namespace } = module;
    this.own = libraryMethods(module);
    this.recordClass = namespace.get('LogRecord');
    this.streamHandler = namespace.get('StreamHandler');
    for (const name of ['PercentStyle', 'StrFormatStyle', 'StringTemplateStyle']) {
      const style: Py = namespace.get(name);
      if (style !== undefined) this.styles.set(style, style.namespace.get('_format'));
    }
  }

  /** Whether nobody sees who calls this logger. */
  isUnseen(logger: Py): boolean {
    const { own } = this;
    const isPlain =
      logger.m$_log === own.log &&
      logger.m$makeRecord === own.makeRecord &&
      logger.m$handle === own.handle &&
      logger.m$callHandlers === own.callHandlers;
    return isPlain && this.hasNoFilters(logger) && this.areRecordsPlain() && this.areHandlersBlind(logger);
  }

  private areRecordsPlain(): boolean {
    const { recordClass, own } = this;
    if (this.module.namespace.get('_logRecordFactory') !== recordClass) return false;
    return (
      recordClass.namespace.get('__init__') === own.init && recordClass.namespace.get('getMessage') === own.getMessage
    );
  }

  private areHandlersBlind(logger: Py): boolean {
    let isAny = false;
    for (let at = logger; at !== null && at !== undefined; at = at.$parent) {
      const handlers = at.$handlers;
      if (!(handlers instanceof PyList)) return false;
      const { items } = handlers;
      for (let i = 0; i < items.length; i++) if (!this.isBlind(items[i])) return false;
      isAny ||= items.length > 0;
      if (at.$propagate === false) break;
      if (at.$propagate !== true && at.$propagate !== 1) return false;
    }
    return isAny;
  }

  private isBlind(handler: Py): boolean {
    const { own } = this;
    if (handler === null || typeof handler !== 'object') return false;
    const emit = handler.m$emit;
    const emits =
      emit === own.emit || (emit === own.emitToFile && this.streamHandler.namespace.get('emit') === own.emit);
    const isPlain =
      emits &&
      handler.m$handle === own.handlerHandle &&
      handler.m$format === own.handlerFormat &&
      handler.m$handleError === this.handleError;
    if (!isPlain || !this.hasNoFilters(handler)) return false;
    return this.isFormatterBlind(handler.$formatter ?? this.module.namespace.get('_defaultFormatter'));
  }

  private hasNoFilters(filterer: Py): boolean {
    const filters = filterer.$filters;
    return filters instanceof PyList && filters.items.length === 0 && filterer.m$filter === this.own.filter;
  }

  private isFormatterBlind(formatter: Py): boolean {
    const { own } = this;
    if (formatter === null || typeof formatter !== 'object') return false;
    const isPlain =
      formatter.m$format === own.format &&
      formatter.m$formatMessage === own.formatMessage &&
      formatter.m$formatTime === own.formatTime &&
      formatter.m$usesTime === own.usesTime;
    if (!isPlain) return false;
    const style = formatter.$_style;
    if (style === null || typeof style !== 'object' || style.m$format !== own.styleFormat) return false;
    const format = this.styles.get(style.c$);
    return format !== undefined && style.m$_format === format && !this.shows(style.$_fmt);
  }

  private shows(format: Py): boolean {
    if (format !== this.lastFormat) {
      this.isLastShown = typeof format !== 'string' || SHOWS_CALLER.test(format);
      this.lastFormat = format;
    }
    return this.isLastShown;
  }
}
