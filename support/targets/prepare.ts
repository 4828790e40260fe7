/** The parent's side: reads the target file or the preset, launches what is to be launched, describes it for the children. */

import type { StartedPreset } from '../presets/preset';
import type { FileDescription, TargetDescription } from './description';
import { listenForRequests } from './launch/control';
import { launch } from './launch/launch';
import { assertLoopback } from './loopback';
import { insteadOf } from './nearest';
import type { TargetSettings } from './settings';
import { checkStores } from './stores';
import { UsageError } from './usage-error';

export interface PrepareOptions {
  /** A target file. */
  file?: string;
  /** A target that the suite can set up by itself. */
  preset?: string;
  profile?: string;
  /** Named mistakes for the bundled server to make. */
  defects?: string[];
  /** Install a preset's packages where they are missing. */
  install?: boolean;
  wipe: boolean;
  /** Take a target that is not on this machine. */
  allowRemote: boolean;
  log(line: string): void;
}

export interface PreparedTarget {
  description: TargetDescription;
  name: string;
  /** How many accounts scenarios can share; Infinity where every scenario gets its own. */
  accounts: number;
  /** The most children at once: each needs two accounts. */
  childLimit: number;
  /** Somebody else may use it: it is on another machine, and nobody launched it for the run. */
  remote: boolean;
  /** A preset's own list of known deviations. */
  baseline?: string;
  /** Stops what was launched, and resolves when nothing of it is left. */
  stop(): Promise<void>;
}

/**
 * Without a file and without a preset, it is the bundled server.
 * @throws UsageError for a wrong file, name or option; TargetError when the target cannot be launched or installed
 */
export async function prepareTarget(options: PrepareOptions): Promise<PreparedTarget> {
  const { file, preset, defects = [], profile } = options;
  if (file !== undefined && preset !== undefined) {
    throw new UsageError('file-and-preset', '--target and --preset exclude each other; give one of them');
  }
  if (file === undefined && preset === undefined) return await prepareEmbedded(profile, defects);
  if (defects.length > 0) {
    throw new UsageError('defects-elsewhere', '--defect is for the bundled server; leave out --target and --preset');
  }
  return preset === undefined ? await prepareFile(file!, options) : await preparePreset(preset, options);
}

/** Whether a target file describes a server elsewhere, which others may use. Nothing is launched for the answer. */
export async function isElsewhere(file: string): Promise<boolean> {
  const settings = load(file);
  const all = [settings, ...Object.values(settings.profiles).map(load)];
  const elsewhere = await Promise.all(
    all.map(({ launch, services, webmail }) => !launch && assertLoopback(services, true, webmail)),
  );
  return elsewhere.includes(true);
}

async function prepareEmbedded(profile: string | undefined, defects: string[]): Promise<PreparedTarget> {
  // A name that the server does not know is told once, here, and not by every scenario.
  if (profile !== undefined || defects.length > 0) {
    const { startBundled } = require('./embedded') as typeof import('./embedded');
    await (await startBundled({ listen: {}, profile, defects })).close();
  }
  return {
    description: { kind: 'embedded', profile, defects },
    name: 'the bundled server',
    accounts: Number.POSITIVE_INFINITY,
    childLimit: Number.POSITIVE_INFINITY,
    remote: false,
    stop: async () => undefined,
  };
}

async function prepareFile(file: string, { profile, allowRemote, log }: PrepareOptions): Promise<PreparedTarget> {
  const settings = load(file);
  const stops: (() => Promise<void>)[] = [];
  const stop = async () => {
    for (const each of stops.splice(0).reverse()) await each();
  };
  try {
    const means: Means = { allowRemote, log, stops, remote: false };
    const description = await describe(settings, means);
    return { ...prepared(chooseProfile(description, profile), stop), remote: means.remote };
  } catch (error) {
    await stop();
    throw error;
  }
}

interface Means {
  allowRemote: boolean;
  log(line: string): void;
  stops: (() => Promise<void>)[];
  /** Set where the target, or one of its profiles, is somewhere else and not launched. */
  remote: boolean;
}

async function describe(settings: TargetSettings, means: Means): Promise<FileDescription> {
  const elsewhere = await assertLoopback(settings.services, means.allowRemote, settings.webmail);
  if (elsewhere && !settings.launch) means.remote = true;
  const description: FileDescription = { kind: 'file', settings, profiles: {} };
  if (settings.launch) {
    means.log(`starting ${settings.name}: ${settings.launch.command.join(' ')}`);
    const launched = await launch(settings.launch, settings);
    means.stops.push(launched.stop);
    const control = await listenForRequests({ ...launched, services: settings.services });
    means.stops.push(control.close);
    description.control = control.path;
  }
  // What is launched may make them.
  checkStores(settings);
  for (const [name, path] of Object.entries(settings.profiles)) {
    // Profiles of a profile would let files name each other in a ring.
    description.profiles[name] = await describe({ ...load(path), profiles: {} }, means);
  }
  return description;
}

// What reads files and sets up presets is loaded where it is used: a run against the bundled server starts a third of a second sooner.
function load(path: string): TargetSettings {
  const { loadTargetFile } = require('./load') as typeof import('./load');
  return loadTargetFile(path);
}

async function preparePreset(name: string, { profile, install = false, log }: PrepareOptions): Promise<PreparedTarget> {
  const { startPreset } = require('../presets/presets') as typeof import('../presets/presets');
  const started: StartedPreset = await startPreset(name, { install, log });
  const { services } = started.description.settings;
  const control = await listenForRequests({ restart: started.restart, services });
  const stop = async () => {
    await control.close();
    await started.stop();
  };
  const description: FileDescription = { ...started.description, control: control.path };
  try {
    return { ...prepared(chooseProfile(description, profile), stop), baseline: started.baseline };
  } catch (error) {
    await stop();
    throw error;
  }
}

function chooseProfile(description: FileDescription, profile = 'default'): FileDescription {
  if (profile === 'default') return description;
  const chosen = description.profiles[profile];
  if (chosen) return chosen;
  const known = ['default', ...Object.keys(description.profiles)];
  const instead = insteadOf(profile, known, `it has ${known.join(', ')}`);
  throw new UsageError('no-profile', `${description.settings.name} has no profile ${profile}; ${instead}`);
}

function prepared(description: FileDescription, stop: () => Promise<void>): PreparedTarget {
  const accounts = description.settings.accounts.length;
  return {
    description,
    name: description.settings.name,
    accounts,
    childLimit: Math.floor(accounts / 2),
    remote: false,
    stop,
  };
}
