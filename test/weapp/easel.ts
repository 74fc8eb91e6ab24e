import { readFileSync } from 'node:fs';
import path from 'node:path';
import * as glassEasel from 'glass-easel';
import { MiniProgramEnv } from 'glass-easel-miniprogram-adapter';
import { JSDOM } from 'jsdom';
import { filesBelow } from '../../config/pages';
import { livingPage, type Page, type PageInstance } from './page';
import type { Templates } from './templates';

type CodeSpace = ReturnType<MiniProgramEnv['createCodeSpace']>;
type Definition = Record<string, unknown> & { methods?: Record<string, unknown> };

/** The view layer of one app: WeChat's own component framework, drawing into jsdom. */
export interface Easel {
  /** Runs a page's or component's script; what it registers belongs to `file`. */
  register(file: string, run: () => void): void;
  globals: {
    Page(definition: Definition): void;
    Component(definition: Definition): void;
    Behavior(definition: object): object;
  };
  open(file: string, query: Record<string, string>): Page;
  errors: unknown[];
}

/** glass-easel draws into the global document; one is enough, each app has its own nodes in it. */
export function sharedDom(): JSDOM {
  const holder = globalThis as typeof globalThis & { __yigeDom?: JSDOM };
  if (!holder.__yigeDom) {
    holder.__yigeDom = new JSDOM('<!DOCTYPE html><body></body>', { pretendToBeVisual: true });
    const { window } = holder.__yigeDom;
    Object.assign(globalThis, { window, document: window.document });
  }
  return holder.__yigeDom;
}

export function openEasel(dist: string, templates: Templates): Easel {
  const { document } = sharedDom().window;
  const errors: unknown[] = [];
  glassEasel.addGlobalWarningListener(() => false);
  glassEasel.addGlobalErrorListener((error) => {
    errors.push(error);
    return false;
  });
  const environment = new MiniProgramEnv();
  const space = environment.createCodeSpace('', true);
  prepare(space, dist, templates);
  const context = new glassEasel.CurrentWindowBackendContext();
  // jsdom would give <input> and <text> a life of their own.
  context.document = {
    createElement: (tag: string) => document.createElement(`wx-${tag}`),
    createTextNode: (text: string) => document.createTextNode(text),
    createDocumentFragment: () => document.createDocumentFragment(),
  } as unknown as typeof context.document;
  const backend = environment.associateBackend(context);

  let registering = '';
  return {
    errors,
    register(file, run) {
      registering = file;
      run();
    },
    globals: {
      // Taro calls these from shared chunks, so the file that is being registered counts, not the one that calls.
      Page: (definition) => void space.component(registering).pageDefinition(plain(definition)).register(),
      Component: (definition) =>
        void space
          .component(registering)
          .definition(plain(definition) as object)
          .register(),
      Behavior: (definition) => space.behavior().definition(definition).register(),
    },
    open(file, query) {
      const root = backend.createRoot('page', space, file);
      const frame = document.createElement('div');
      const placeholder = document.createElement('div');
      frame.append(placeholder);
      document.body.append(frame);
      root.attach(
        frame as unknown as Parameters<typeof root.attach>[0],
        placeholder as unknown as Parameters<typeof root.attach>[1],
      );
      const instance = Object.assign(root.get() as unknown as PageInstance, { route: file, __route__: file });
      const component = root.getComponent();
      return livingPage(
        { path: file, instance, component, dom: frame, release: () => root.release() },
        query,
      );
    },
  };
}

/** Marked internal by the adapter, so its types leave it out. */
interface Inner {
  prepareComponentOptions(file: string, given: unknown): [glassEasel.ComponentOptions, unknown];
}

function prepare(space: CodeSpace, dist: string, templates: Templates): void {
  // Taro finds its nodes by id, so ids must stay as they are.
  const inner = space as unknown as Inner;
  const options = inner.prepareComponentOptions.bind(inner);
  inner.prepareComponentOptions = (file, given) => {
    const [prepared, isolation] = options(file, given);
    return [{ ...prepared, idPrefixGenerator: null }, isolation];
  };
  for (const file of filesBelow(dist).filter((one) => one.endsWith('.wxml'))) {
    const name = path.relative(dist, file).split(path.sep).join('/').slice(0, -'.wxml'.length);
    const template = templates.of(name);
    if (template) space.addCompiledTemplate(name, template);
    const config = file.replace(/wxml$/, 'json');
    try {
      space.addComponentStaticConfig(name, JSON.parse(readFileSync(config, 'utf8')));
    } catch {
      // base.wxml has none.
    }
  }
}

/** Handlers get events as WeChat gives them: plain objects, not glass-easel's own. */
function plain(definition: Definition): Definition {
  const wrapped: Definition = { ...definition };
  if (typeof wrapped.eh === 'function') wrapped.eh = plainly(wrapped.eh as Handler);
  if (typeof wrapped.methods?.eh === 'function') {
    wrapped.methods = { ...wrapped.methods, eh: plainly(wrapped.methods.eh as Handler) };
  }
  return wrapped;
}

type Handler = (this: unknown, event: object) => unknown;

function plainly(handler: Handler): Handler {
  return function (event) {
    const { type, timeStamp, detail, mark, target, currentTarget } =
      event as glassEasel.ShadowedEvent<unknown>;
    const touches = (event as { touches?: unknown }).touches ?? [];
    return handler.call(this, {
      type,
      timeStamp,
      detail,
      mark,
      target: named(target),
      currentTarget: named(currentTarget),
      touches,
      changedTouches: touches,
    });
  };
}

function named({ id, dataset }: glassEasel.Element): { id: string; dataset: object } {
  return { id, dataset: { ...dataset } };
}
