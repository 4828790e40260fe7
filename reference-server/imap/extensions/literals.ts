import type { Extension } from '../extension';

/** Any literal may come unasked. */
export const literalPlus: Extension = { name: 'LITERAL+', rfc: '7888', unasked: Number.POSITIVE_INFINITY };

/** A short one may (RFC 7888 §5). */
export const literalMinus: Extension = { name: 'LITERAL-', rfc: '7888 §5', unless: 'LITERAL+', unasked: 4096 };
