/** `第3网格` of `锡尼镇·胜利村委会·第3网格`: the page says already where that is. */
export function lastName(areaPath: string): string {
  return areaPath.split('·').at(-1) ?? areaPath;
}
