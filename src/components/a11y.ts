/** What a screen reader hears. WeChat and browsers spell the attributes differently. */
export function spoken(role: string, label?: string): Record<string, string> {
  const roleName = process.env.TARO_ENV === 'weapp' ? 'aria-role' : 'role';
  return label === undefined ? { [roleName]: role } : { [roleName]: role, 'aria-label': label };
}
