import type { Settings } from '../protocol/settings';
import { readText } from './arguments';
import { NULL_OBJECT, objectOf, type ModelClass, type ModelObject } from './model-class';

interface SettingRef {
  readonly settings: Settings;
  readonly key: string;
}

/** Values are kept as JSON, as those of Office.context.document.settings: the two are the same settings. */
export const settingCollectionClass: ModelClass<Settings> = {
  name: 'SettingCollection',
  items: (settings) => settings.entries().map(([key]) => objectOf(settingClass, { settings, key })),
  item: (settings, key: unknown) => findSetting(settings, key),
  methods: {
    Add: (settings, [key, value]: [unknown, unknown]) => {
      const name = readText(key, 'key');
      settings.set(name, JSON.stringify(value ?? null));
      return objectOf(settingClass, { settings, key: name });
    },
    GetCount: (settings) => settings.entries().length,
    GetItemOrNullObject: (settings, [key]: [unknown]) => findSetting(settings, key) ?? NULL_OBJECT,
  },
};

const settingClass: ModelClass<SettingRef> = {
  name: 'Setting',
  id: ({ key }) => key,
  properties: {
    Key: { get: ({ key }) => key },
    Value: {
      get: ({ settings, key }) => JSON.parse(settings.get(key) ?? 'null') as unknown,
      set: ({ settings, key }, value: unknown) => settings.set(key, JSON.stringify(value ?? null)),
    },
    _Id: { get: ({ key }) => key },
  },
  methods: { Delete: ({ settings, key }) => settings.delete(key) },
};

function findSetting(settings: Settings, key: unknown): ModelObject | null {
  const name = readText(key, 'key');
  return settings.get(name) === undefined ? null : objectOf(settingClass, { settings, key: name });
}
