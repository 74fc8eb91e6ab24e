import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { template } from 'glass-easel';
import { TmplGroup } from 'glass-easel-template-compiler';
import { filesBelow } from '../../config/pages';

export interface Templates {
  /** By path without `.wxml`. */
  of(file: string): template.ComponentTemplate | undefined;
  /**
   * Nodes of a page's data for which no template exists. WeChat, like glass-easel, silently draws nothing for them.
   * @returns e.g. `tmpl_0_99`, empty when all is drawn
   */
  missing(data: unknown): string[];
}

/** One of Taro's nodes in a page's data: name of its template, children. */
interface DataNode {
  nn?: string;
  cn?: DataNode[];
}

/** `utils.wxs`: which template draws a node, and the trail that names recursive ones. */
interface Naming {
  a(depth: number, name: string, trail: string): string;
  f(trail: string, name: string): string;
}

/** Compiles every WXML of a build with glass-easel's own compiler; a warning of it fails the boot. */
export function compileTemplates(dist: string): Templates {
  const group = new TmplGroup();
  const sources = filesBelow(dist);
  for (const file of sources.filter((one) => one.endsWith('.wxs'))) {
    group.addScript(nameOf(dist, file, '.wxs'), readFileSync(file, 'utf8'));
  }
  const names = new Set<string>();
  for (const file of sources.filter((one) => one.endsWith('.wxml'))) {
    const source = withColons(readFileSync(file, 'utf8'));
    for (const [, name] of source.matchAll(/<template name="([^"]+)"/g)) names.add(name!);
    group.addTmpl(nameOf(dist, file, '.wxml'), source);
  }
  // The compiler answers with JavaScript source: an object of generators by path.
  const groupList = new Function(
    `return ${group.getTmplGenObjectGroups()}`,
  )() as template.ComponentTemplate['groupList'];
  group.free();
  const naming = readNaming(dist);
  return {
    of: (file) => {
      const content = groupList?.[file];
      return content && { groupList, content };
    },
    missing: (data) => {
      const { root } = data as { root?: DataNode };
      return (root?.cn ?? []).flatMap((node) => undrawn(node, 0, '', naming, names));
    },
  };
}

/** WeChat takes `bindtap` and `bind:tap` alike; glass-easel's compiler knows the second only. */
function withColons(wxml: string): string {
  return wxml.replace(/(\s)(bind|catch|mut-bind|capture-bind|capture-catch)([a-z]+)=/g, '$1$2:$3=');
}

function nameOf(dist: string, file: string, ending: string): string {
  return path.relative(dist, file).split(path.sep).join('/').slice(0, -ending.length);
}

function readNaming(dist: string): Naming {
  const file = path.join(dist, 'utils.wxs');
  if (!existsSync(file)) throw new Error('utils.wxs is missing: not a Taro build');
  const module = { exports: {} as Naming };
  new Function('module', readFileSync(file, 'utf8'))(module);
  return module.exports;
}

/** Follows the templates' own recursion: depth and trail grow with each level, and a container starts anew. */
function undrawn(node: DataNode, depth: number, trail: string, naming: Naming, names: Set<string>): string[] {
  const name = naming.a(depth, node.nn ?? '', trail);
  if (!names.has(name)) return [name];
  const isContainer = name.endsWith('_container');
  const deeper = isContainer ? 1 : depth + 1;
  const trailed = naming.f(isContainer ? '' : trail, node.nn ?? '');
  return (node.cn ?? []).flatMap((child) => undrawn(child, deeper, trailed, naming, names));
}
