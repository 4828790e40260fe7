/** How options' values are read. */
import { InvalidArgumentError } from 'commander';

/** `smtp,imap`, also given several times. */
export function list(written: string, before: string[]): string[] {
  return [
    ...before,
    ...written
      .split(',')
      .map((item) => item.trim())
      .filter((item) => item !== ''),
  ];
}

/** Given several times, each taken whole: titles in ids hold no comma, but paths may. */
export function repeated(written: string, before: string[]): string[] {
  return [...before, written];
}

/** A whole number from 1. */
export function count(written: string): number {
  const number = wholeNumber(written);
  if (number < 1) throw new InvalidArgumentError('It is a whole number from 1.');
  return number;
}

/** A whole number from 0. */
export function wholeNumber(written: string): number {
  if (!/^\d{1,15}$/.test(written)) throw new InvalidArgumentError('It is a whole number.');
  return Number(written);
}

/** A number above 0: `2`, `1.5`. */
export function factor(written: string): number {
  const number = /^\d{1,4}(\.\d{1,4})?$/.test(written) ? Number(written) : 0;
  if (number <= 0) throw new InvalidArgumentError('It is a number above 0.');
  return number;
}

/**
 * For an option that may stand without its number: what follows it is taken for one, so that `--random smtp/reset` is told where the topic
 * stands instead.
 */
export function orNone(number: (written: string) => number): (written: string) => number {
  return (written) => {
    try {
      return number(written);
    } catch (error) {
      if (!(error instanceof InvalidArgumentError) || /^\d/.test(written)) throw error;
      throw new InvalidArgumentError(`${error.message} What is to be played stands before this option.`);
    }
  };
}
