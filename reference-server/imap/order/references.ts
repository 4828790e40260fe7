/** Conversations by who answers whom: RFC 5256 §3, REFERENCES, whose numbers stand beside the steps. */
import { bySent, type Ordered } from './ordered';
import type { Thread } from './threads';

const NONE: readonly Node[] = [];

class Node implements Thread {
  parent: Node | undefined;
  /** The first below it, and the next below the same parent, in the order in which they were adopted: a mailbox has many, a set for each would cost more. */
  first: Node | undefined;
  private last: Node | undefined;
  private next: Node | undefined;
  private previous: Node | undefined;
  /** In their order, once they are arranged. */
  children: readonly Node[] = NONE;

  /** @param message undefined for one that is not here */
  constructor(readonly message: Ordered | undefined) {}

  adopt(child: Node): void {
    child.leave();
    child.parent = this;
    child.previous = this.last;
    if (this.last) this.last.next = child;
    else this.first = child;
    this.last = child;
  }

  leave(): void {
    const { parent, previous, next } = this;
    if (!parent) return;
    if (previous) previous.next = next;
    else parent.first = next;
    if (next) next.previous = previous;
    else parent.last = previous;
    this.parent = this.previous = this.next = undefined;
  }

  get below(): Node[] {
    const nodes: Node[] = [];
    for (let node = this.first; node; node = node.next) nodes.push(node);
    return nodes;
  }

  get several(): boolean {
    return this.first !== this.last;
  }

  descendsFrom(other: Node): boolean {
    for (let node: Node | undefined = this; node !== undefined; node = node.parent) if (node === other) return true;
    return false;
  }

  /** By which it has its place: for one that is not here its first child's. */
  get shown(): Ordered {
    return this.message ?? (this.children[0] ?? this.first)!.message!;
  }
}

export function references(messages: readonly Ordered[]): readonly Thread[] {
  const root = new Node(undefined);
  // (2)
  for (const node of linked(messages)) if (node.parent === undefined) root.adopt(node);
  prune(root);
  // (4)
  arrange(root);
  gather(root);
  // (6)
  for (const node of bottomUp(root)) arrange(node);
  return root.children;
}

/** (1) Every message, and one for each that is only referred to, under the one that it answers. */
function linked(messages: readonly Ordered[]): Node[] {
  const byId = new Map<string, Node>();
  const own = messages.map((message) => {
    const node = new Node(message);
    const { id } = message.head;
    // Who comes with another's identifier has none.
    if (id !== undefined && !byId.has(id)) byId.set(id, node);
    return node;
  });
  const nodes = [...own];
  const named = (id: string) => {
    const known = byId.get(id);
    if (known) return known;
    const node = new Node(undefined);
    byId.set(id, node);
    nodes.push(node);
    return node;
  };
  for (const node of own) {
    let before: Node | undefined;
    for (const id of node.message!.head.references) {
      const next = named(id);
      // (1.A) What is known stays: References may have been cut short.
      if (before && next.parent === undefined) link(before, next);
      before = next;
    }
    // (1.B) Whom it answers itself it knows best.
    node.leave();
    if (before) link(before, node);
  }
  return nodes;
}

/** Makes nobody an ancestor of its own. */
function link(parent: Node, child: Node): void {
  if (parent === child || (child.first && parent.descendsFrom(child))) return;
  parent.adopt(child);
}

/** (3) Those that are not here go, and what follows upon them takes their place, but for several at the top. */
function prune(root: Node): void {
  for (const node of bottomUp(root)) {
    if (node.message || node === root) continue;
    const parent = node.parent!;
    if (node.several && parent === root) continue;
    for (const child of node.below) parent.adopt(child);
    node.leave();
  }
}

/** (5) Conversations about the same are one. */
function gather(root: Node): void {
  const about = new Map<string, Node>();
  for (const node of root.children) {
    const { subject } = node.shown.head;
    if (subject === '') continue;
    const known = about.get(subject);
    if (!known || (known.message && (!node.message || (isReply(known) && !isReply(node))))) about.set(subject, node);
  }
  for (const node of [...root.children]) {
    const { subject } = node.shown.head;
    const known = about.get(subject);
    if (subject !== '' && known !== node) about.set(subject, merged(root, known!, node));
  }
}

/** @returns what stands for both */
function merged(root: Node, known: Node, node: Node): Node {
  if (!known.message && !node.message) {
    for (const child of node.below) known.adopt(child);
    node.leave();
    return known;
  }
  if (!known.message || (isReply(node) && !isReply(known))) {
    known.adopt(node);
    return known;
  }
  const both = new Node(undefined);
  root.adopt(both);
  both.adopt(known);
  both.adopt(node);
  return both;
}

function isReply({ message }: Node): boolean {
  return message?.head.reply ?? false;
}

function arrange(node: Node): void {
  for (const child of node.below) if (!child.message) child.children = child.below.sort(byShown);
  if (node.first) node.children = node.several ? node.below.sort(byShown) : [node.first];
}

function byShown(one: Node, other: Node): number {
  return bySent(one.shown, other.shown);
}

/** Every node below and the root, children before their parents. */
function bottomUp(root: Node): Node[] {
  const nodes = [root];
  for (let at = 0; at < nodes.length; at++) for (const child of nodes[at]!.below) nodes.push(child);
  return nodes.reverse();
}
