import type { About } from './notice';

/** The mini program page that shows what a notice is about; the H5 build has the same path behind its hash. */
export function pageOf({ kind, id }: About): string {
  switch (kind) {
    case 'problem':
      return `pages/problem/index?id=${id}`;
    case 'household':
      return `pages/household/index?id=${id}`;
    case 'sheet':
      return 'pages/sheet/index';
    case 'coverage':
      return `pages/coverage/index?area=${id}`;
    case 'study':
      return `pages/study/index?id=${id}`;
    case 'deed':
      return `pages/deeds/index?id=${id}`;
    case 'points':
      return `pages/points/index?account=${id}`;
    case 'awards':
      return 'pages/awards/index';
    case 'shop':
      return `pages/shop/index?household=${id}`;
    case 'evaluation':
      return `pages/evaluation/index?id=${id}`;
    case 'roll':
      return `pages/roll/index?id=${id}`;
    case 'me':
      return 'pages/home/index';
  }
}
