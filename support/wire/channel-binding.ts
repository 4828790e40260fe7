import type { TLSSocket } from 'node:tls';

/** What only the two ends of one TLS connection know, as SCRAM-SHA-256-PLUS binds a login to it. */
export interface ChannelBinding {
  type: 'tls-exporter' | 'tls-unique';
  data: Buffer;
}

/** The kind that fits: tls-exporter under TLS 1.3 (RFC 9266 §3), tls-unique under TLS 1.2 (RFC 5929 §3). */
export function channelBinding(tls: TLSSocket): ChannelBinding {
  if (tls.getProtocol() === 'TLSv1.3') {
    const data = tls.exportKeyingMaterial(32, 'EXPORTER-Channel-Binding', Buffer.alloc(0));
    return { type: 'tls-exporter', data };
  }
  // The first Finished of the handshake: ours, and in a resumed session the server's.
  const data = tls.isSessionReused() ? tls.getPeerFinished() : tls.getFinished();
  return { type: 'tls-unique', data: data ?? Buffer.alloc(0) };
}
