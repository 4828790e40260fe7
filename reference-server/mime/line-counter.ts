import { countLines } from './octets';

/** Line ends of what is nested: places are asked for nearly in order, so that each octet is looked at once, however deep it stands. */
export class LineCounter {
  private at = 0;
  private lines = 0;

  constructor(private readonly octets: Buffer) {}

  /** Begins to count at this place. */
  begin(place: number): void {
    this.at = place;
    this.lines = 0;
  }

  /** Line ends between the beginning and this place. */
  before(place: number): number {
    if (place >= this.at) this.lines += countLines(this.octets, this.at, place);
    else this.lines -= countLines(this.octets, place, this.at);
    this.at = place;
    return this.lines;
  }
}
