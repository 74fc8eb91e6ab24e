import type { Element as EaselElement, GeneralComponent } from 'glass-easel';

/** A page of the app as WeChat's framework holds it. */
export interface Page {
  path: string;
  /** What `getCurrentPages()` answers. */
  instance: PageInstance;
  /** Where its nodes are, in jsdom. */
  dom: Element;
  data(): unknown;
  show(): void;
  hide(): void;
  ready(): void;
  close(): void;
}

export type PageInstance = Record<string, unknown> & { route: string };

interface Mounted {
  path: string;
  instance: PageInstance;
  component: GeneralComponent;
  dom: Element;
  release(): void;
}

/** Lifetimes are plain methods of the page; WeChat calls those that exist. */
export function livingPage(
  { path, instance, component, dom, release }: Mounted,
  query: Record<string, string>,
): Page {
  const tell = (lifetime: string, ...args: unknown[]) => {
    const act = instance[lifetime];
    if (typeof act === 'function') act.apply(instance, args);
  };
  tell('onLoad', query);
  return {
    path,
    instance,
    dom,
    data: () => component.data,
    show: () => {
      dom.removeAttribute('hidden');
      tell('onShow');
    },
    hide: () => {
      dom.setAttribute('hidden', '');
      tell('onHide');
    },
    ready: () => tell('onReady'),
    close: () => {
      tell('onUnload');
      release();
      dom.remove();
    },
  };
}

/** The framework's element behind a node of the page. */
export function elementBehind(node: Element): EaselElement {
  const { __wxElement: element } = node as Element & { __wxElement?: EaselElement };
  if (!element) throw new Error(`<${node.tagName.toLowerCase()}> does not belong to the page`);
  return element;
}
