import type { Query } from './batch';
import { apiNotFound } from './model-error';
import { NULL_OBJECT, type ModelClass, type ModelObject } from './model-class';
import type { Session } from './session';

type Answer = Record<string, unknown>;

/** Members asked for at one object: its own, and below each of its links. */
interface Wanted {
  readonly own: Set<string>;
  readonly below: Map<string, Wanted>;
  all: boolean;
}

/** The answer to a load: wire names, nested; null for a null object. */
export function answerQuery(object: ModelObject, query: Query, session: Session): Answer | null {
  const wanted = readWanted(query);
  return answerObject(object, wanted, session, query);
}

function readWanted(query: Query): Wanted {
  const wanted = emptyWanted();
  const paths = [...(query.Select ?? []), ...(query.Expand ?? [])];
  if (paths.length === 0) wanted.all = true;
  for (const path of paths) addPath(wanted, path.split('/').filter((part) => part !== 'items' && part !== ''));
  return wanted;
}

function emptyWanted(): Wanted {
  return { own: new Set(), below: new Map(), all: false };
}

function addPath(wanted: Wanted, [first, ...rest]: string[]): void {
  if (first === '$none') return;
  if (first === undefined || first === '$all' || first === '*') {
    wanted.all = true;
    return;
  }
  const name = first.slice(0, 1).toUpperCase() + first.slice(1);
  if (rest.length === 0) {
    wanted.own.add(name);
    return;
  }
  const below = wanted.below.get(name) ?? emptyWanted();
  wanted.below.set(name, below);
  addPath(below, rest);
}

function answerObject(object: ModelObject, wanted: Wanted, session: Session, query: Query = {}): Answer | null {
  if (object === NULL_OBJECT) return null;
  const type = object.type as unknown as ModelClass<unknown>;
  if (type.items) {
    const own = answerMembers(object, wanted, session, true);
    const from = query.Skip ?? 0;
    const items = type.items(object.self, session).slice(from, query.Top === undefined ? undefined : from + query.Top);
    return { ...own, _Items: items.map((item) => answerObject(item, withoutOwn(wanted, type), session)) };
  }
  return answerMembers(object, wanted, session, false);
}

/** What a collection says of itself (count) is not asked of its items. */
function withoutOwn(wanted: Wanted, type: ModelClass<unknown>): Wanted {
  const own = new Set([...wanted.own].filter((name) => !type.properties?.[name]));
  return { ...wanted, own, all: wanted.all || (own.size === 0 && wanted.below.size === 0) };
}

function answerMembers(object: ModelObject, wanted: Wanted, session: Session, isCollection: boolean): Answer {
  const type = object.type as unknown as ModelClass<unknown>;
  const answer: Answer = {};
  const put = (name: string): void => {
    const get = type.properties?.[name]?.get;
    if (get) answer[name] = get(object.self, session);
  };
  if (wanted.all) for (const name of Object.keys(type.properties ?? {})) put(name);
  for (const name of wanted.own) {
    const link = type.links?.[name];
    if (type.properties?.[name]?.get) put(name);
    else if (link) answer[name] = answerObject(link(object.self, session), { ...emptyWanted(), all: true }, session);
    else if (!isCollection) throw apiNotFound(`${type.name}.${name}`);
  }
  if (!isCollection) {
    for (const [name, below] of wanted.below) {
      const link = type.links?.[name];
      if (!link) throw apiNotFound(`${type.name}.${name}`);
      answer[name] = answerObject(link(object.self, session), below, session);
    }
  }
  if (type.id && answer['Id'] === undefined && !isCollection && type.properties?.['Id']) answer['Id'] = type.id(object.self, session);
  return answer;
}
