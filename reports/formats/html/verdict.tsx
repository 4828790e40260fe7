/** A verdict, as a chip in its colour. */
import { type Verdict as Name, verdictLabel } from '../../verdict/verdict';

export function Verdict({ is, known = false }: { is: Name; known?: boolean }) {
  return <span class={`verdict ${is}`}>{`${verdictLabel(is)}${known ? ' (known)' : ''}`}</span>;
}
