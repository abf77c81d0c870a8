import { ACTION, PATH, type Action, type ActionResult, type Arguments, type Batch, type BatchAnswer, type ObjectPath } from './batch';
import { isModelObject, NULL_OBJECT, objectOf, type ModelClass, type ModelObject } from './model-class';
import { apiNotFound, itemNotFound, toModelError } from './model-error';
import { answerQuery } from './query';
import { rangeClass } from './range';
import type { RangeRef, Session } from './session';
import { INTERNAL_SERVICE, internalServiceClass } from './wac-workbook';

/** One batch on its way through the book. Objects named by the same path are looked up once. */
export class BatchRun {
  private readonly found = new Map<number, ModelObject>();
  /** Paths that the batch asks to keep: the library says so only later in it, but wants the id on instantiation. */
  private readonly kept: ReadonlySet<number>;
  /** Member that is being worked at, for the error's location. */
  private location = '';

  constructor(
    private readonly session: Session,
    private readonly batch: Batch,
    private readonly root: ModelObject,
  ) {
    const keeping = batch.Actions.filter(({ ActionType, Name }) => ActionType === ACTION.method && Name === '_KeepReference');
    this.kept = new Set(keeping.map(({ ObjectPathId }) => ObjectPathId));
  }

  run(): BatchAnswer {
    const Results: ActionResult[] = [];
    const TraceIds: number[] = [];
    for (const [index, action] of this.batch.Actions.entries()) {
      this.location = '';
      try {
        Results.push({ ActionId: action.Id, Value: this.perform(action) });
        if (action.ActionType === ACTION.trace) TraceIds.push(action.Id);
      } catch (cause) {
        const error = toModelError(cause);
        const Error = { Code: error.code, Message: error.message, Location: this.location, ActionIndex: index, HttpStatusCode: error.status };
        return { Results, TraceIds, Error };
      }
    }
    return { Results, TraceIds };
  }

  private perform(action: Action): unknown {
    switch (action.ActionType) {
      // The library counts on a result for its own marks too: handlers of events are added by them.
      case ACTION.trace:
        return null;
      case ACTION.instantiate:
        return this.instantiate(action.ObjectPathId);
      case ACTION.query: {
        const object = this.resolve(action.ObjectPathId);
        this.location = object.type.name;
        return answerQuery(object, action.QueryInfo ?? {}, this.session);
      }
      case ACTION.method:
        return this.callMethod(action);
      case ACTION.setProperty:
        this.setProperty(action);
        return null;
      default:
        throw apiNotFound(`action ${action.ActionType}`);
    }
  }

  private instantiate(path: number): unknown {
    const object = this.resolve(path);
    if (object === NULL_OBJECT) return null;
    const type = object.type as unknown as ModelClass<unknown>;
    if (type.name === 'Range' && this.kept.has(path)) return { _ReferenceId: this.session.keep(object.self as RangeRef) };
    return type.id ? { [type.properties?.['_Id'] ? '_Id' : 'Id']: type.id(object.self, this.session) } : {};
  }

  private callMethod(action: Action): unknown {
    const object = this.resolve(action.ObjectPathId);
    if (action.Name === '_KeepReference') return null;
    const result = this.call(object, action.Name, this.readArguments(action.ArgumentInfo));
    return isModelObject(result) ? {} : (result ?? null);
  }

  private setProperty(action: Action): void {
    const object = this.resolve(action.ObjectPathId);
    const type = this.open(object, action.Name);
    const set = type.properties?.[action.Name]?.set;
    if (!set) throw apiNotFound(`${type.name}.${action.Name}`);
    set(object.self, this.readArguments(action.ArgumentInfo)[0] as never, this.session);
  }

  private call(object: ModelObject, name: string, values: readonly unknown[]): unknown {
    const type = this.open(object, name);
    const method = type.methods?.[name];
    if (!method) throw apiNotFound(`${type.name}.${name}`);
    return method(object.self, values as never, this.session);
  }

  /** The object's class, noted as the place of any error; nothing can be done with a null object. */
  private open(object: ModelObject, member: string): ModelClass<unknown> {
    this.location = `${object.type.name}.${member.slice(0, 1).toLowerCase()}${member.slice(1)}`;
    if (object === NULL_OBJECT) throw itemNotFound('null object');
    return object.type as unknown as ModelClass<unknown>;
  }

  private resolve(id: number): ModelObject {
    const known = this.found.get(id);
    if (known) return known;
    const path = this.batch.ObjectPaths[id];
    if (!path) throw apiNotFound(`object path ${id}`);
    const object = this.look(path);
    this.found.set(id, object);
    return object;
  }

  private look(path: ObjectPath): ModelObject {
    switch (path.ObjectPathType) {
      case PATH.global:
        return this.root;
      case PATH.create:
        if (path.Name !== INTERNAL_SERVICE) throw apiNotFound(path.Name);
        return objectOf(internalServiceClass, null);
      case PATH.nothing:
        return NULL_OBJECT;
      case PATH.reference: {
        const range = this.session.kept(path.Name);
        if (!range) throw itemNotFound(`reference ${path.Name}`);
        return objectOf(rangeClass, range);
      }
      case PATH.method:
      case PATH.property:
      case PATH.indexer:
        return this.lookBelow(path, this.resolve(path.ParentObjectPathId ?? 0));
      default:
        throw apiNotFound(path.Name);
    }
  }

  private lookBelow(path: ObjectPath, parent: ModelObject): ModelObject {
    if (parent === NULL_OBJECT) return NULL_OBJECT;
    const values = this.readArguments(path.ArgumentInfo);
    if (path.ObjectPathType === PATH.method) {
      const result = this.call(parent, path.Name, values);
      if (!isModelObject(result)) throw apiNotFound(`${parent.type.name}.${path.Name} gives no object`);
      return result;
    }
    const type = this.open(parent, path.ObjectPathType === PATH.indexer ? 'getItem' : path.Name);
    if (path.ObjectPathType === PATH.property) {
      const link = type.links?.[path.Name];
      if (!link) throw apiNotFound(`${type.name}.${path.Name}`);
      return link(parent.self, this.session);
    }
    if (!type.item) throw apiNotFound(`${type.name}.getItem`);
    const item = type.item(parent.self, values[0] as never, this.session);
    if (!item) throw itemNotFound(String(values[0]));
    return item;
  }

  /** Arguments as values; where they name objects, the objects. */
  private readArguments(info: Arguments | undefined): unknown[] {
    const references = info?.ReferencedObjectPathIds ?? [];
    return (info?.Arguments ?? []).map((value, i) => this.readArgument(value, references[i]));
  }

  private readArgument(value: unknown, reference: unknown): unknown {
    if (typeof reference === 'number' && reference !== 0) return this.resolve(reference);
    if (Array.isArray(value) && Array.isArray(reference)) return value.map((part, i) => this.readArgument(part, reference[i]));
    return this.readNested(value);
  }

  private readNested(value: unknown): unknown {
    if (Array.isArray(value)) return value.some((part) => typeof part === 'object' && part !== null) ? value.map((part) => this.readNested(part)) : value;
    if (typeof value !== 'object' || value === null) return value;
    if ('_ObjectPathId' in value && typeof value._ObjectPathId === 'number') return this.resolve(value._ObjectPathId);
    return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, this.readNested(part)]));
  }
}
