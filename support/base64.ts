/** Base64 as protocols have it in a line. */

/** Nothing, or base64 with its padding and nothing more: RFC 4648 §4, RFC 4954 §4, RFC 5034 §4, RFC 9051 §9 `base64`. */
export const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;
