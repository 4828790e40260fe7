/** The first octets of a handshake, with what no library offers any more: RFC 5246 §7.4.1.2. */

const u8 = (value: number) => Buffer.from([value]);
const u16 = (value: number) => Buffer.from([value >> 8, value & 255]);
const after16 = (octets: Buffer) => Buffer.concat([u16(octets.length), octets]);
const after8 = (octets: Buffer) => Buffer.concat([u8(octets.length), octets]);
const words = (...values: number[]) => Buffer.concat(values.map(u16));
const extension = (type: number, data: Buffer) => Buffer.concat([u16(type), after16(data)]);

/** What a right client of TLS 1.2 says besides, so that a server has no other reason to refuse. */
const EXTENSIONS = Buffer.concat([
  // supported_groups: x25519, secp256r1, secp384r1 (RFC 8422 §5.1.1)
  extension(10, after16(words(0x001d, 0x0017, 0x0018))),
  // ec_point_formats: uncompressed (RFC 8422 §5.1.2)
  extension(11, after8(u8(0))),
  // signature_algorithms: ECDSA, RSA-PSS and RSA with SHA-2, then SHA-1 (RFC 8446 §4.2.3)
  extension(13, after16(words(0x0403, 0x0503, 0x0804, 0x0805, 0x0806, 0x0401, 0x0501, 0x0601, 0x0203, 0x0201))),
  // extended_master_secret (RFC 7627 §5.1), renegotiation_info (RFC 5746 §3.2)
  extension(23, Buffer.alloc(0)),
  extension(0xff01, u8(0)),
]);

/**
 * A ClientHello in a record.
 * @param version the newest that the client knows, two octets. @param suites the cipher suites that it knows, two octets each.
 * @param record the version of the record layer, two octets (RFC 8996 §4 takes any {03,XX}). @param compressions the methods that it knows, an octet each.
 */
export function clientHello(
  version: Buffer,
  suites: Buffer,
  record: Buffer = Buffer.from([3, 1]),
  compressions: Buffer = u8(0),
): Buffer {
  const random = Buffer.from(Array.from({ length: 32 }, (_, at) => (at * 37 + 11) & 255));
  const noSession = u8(0);
  const body = Buffer.concat([version, random, noSession, after16(suites), after8(compressions), after16(EXTENSIONS)]);
  const message = Buffer.concat([u8(1), u8(0), after16(body)]);
  return Buffer.concat([u8(22), record, after16(message)]);
}
