/** 张建国 → 张**, Naranbaatar → N**: enough for a neighbour to know it is somebody, not who. */
export function maskedName(name: string): string {
  const [first = ''] = name;
  return `${first}**`;
}
