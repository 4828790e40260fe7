/** Mistakes with how long a client may be silent (RFC 1939 §3). */
import { impatient, timedAsWhole } from '../tools/impatience';
import { COMMON, defect, type Pop3Defect } from './tools';

export const inactivity: readonly Pop3Defect[] = [
  defect('silence-five-minutes', 'A client that says nothing for five minutes is thrown out.', COMMON, impatient(5)),
  defect('session-ten-minutes', 'Ten minutes are for the whole session.', COMMON, timedAsWhole(10)),
];
