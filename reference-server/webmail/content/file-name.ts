/** Names of attachments: what a stranger wrote, made fit for a page, for a `Content-Disposition` and for a folder of any system. */
import { shownText } from './shown-text';

export interface SafeName {
  /** Without path, controls, marks of direction; never empty. */
  name: string;
  /** What the name ends with, in small letters, without the dot; what decides what a double click does. */
  extension: string;
  /** A system runs such a file, or what opens it runs what is in it. */
  runs: boolean;
  /** `invoice.pdf.exe`: in front of what it is stands what it is not. */
  disguised: boolean;
}

/** Enough for a title, below what file systems take (255 octets) in letters of three octets. */
const LONGEST = 80;
/** Names of devices on Windows, whatever stands behind the dot. */
const DEVICE = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?=\.|$)/i;
const RUNS = new Set(
  (
    'ade adp apk app appimage appref-ms appx bash bat cab chm cmd com command cpl deb desktop dll dmg docm dotm exe hlp hta htm html img inf ins iqy iso isp jar jnlp js jse ' +
    'ksh lib library-ms lnk mad maf mht mhtml msc msh msi msix msp mst one pif pkg potm ppam ppsm pptm ps1 psd1 psm1 py pyw rb reg rpm scf scr sct search-ms settingcontent-ms sh shb ' +
    'shs slk svg svgz sys theme url vb vbe vbs vhd vhdx vxd webloc website ws wsc wsf wsh xbap xhtml xht xlam xll xlsm xltm xml xsl xslt'
  ).split(' '),
);
/** What people take for harmless. */
const LOOKS = /\.(?:pdf|docx?|xlsx?|pptx?|odt|ods|odp|rtf|txt|csv|jpe?g|png|gif|webp|heic|mp3|mp4|mov|zip|eml|ics)$/i;

/** @param index from 0, for an attachment without a name; @param extension the one that its type stands for */
export function safeName(raw: string | null | undefined, index = 0, extension = 'bin'): SafeName {
  // No folder, of either kind of system; ‥ and ／ and ＼ are what NFKC makes of them, and a file system may do that.
  const plain = shownText(raw ?? '', 10_000).replace(/[／＼∕⧸⁄⧵﹨]/g, '/');
  const last = plain.split(/[\\/]/).at(-1)!;
  const fit = last
    .replace(/[<>:"|?*`$&;!{}]/g, '_')
    .replace(/[\s\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000\u2800]+/g, ' ')
    // Windows takes dots and spaces off the end; a dot in front hides a file elsewhere, and `-x` is an option.
    .replace(/^[\s.~-]+|[\s.]+$/g, '')
    .replace(/ +\./g, '.')
    .replace(DEVICE, '_$&');
  return judged(shortened(fit === '' ? `attachment-${index + 1}.${extension}` : fit));
}

function judged(name: string): SafeName {
  const dot = name.lastIndexOf('.');
  const extension = dot > 0 ? name.slice(dot + 1).toLowerCase() : '';
  const runs = RUNS.has(extension);
  return { name, extension, runs, disguised: runs && LOOKS.test(name.slice(0, dot)) };
}

/** The end stays: it is what the file is. */
function shortened(name: string): string {
  const characters = [...name];
  if (characters.length <= LONGEST) return name;
  const end = /\.[^.\s]{1,16}$/.exec(name)?.[0] ?? '';
  return `${characters.slice(0, LONGEST - end.length - 1).join('')}…${end}`;
}
