import { useEffect, useState } from 'react';

/** From here on a list and a matter fit side by side, CSS px. */
const TWO_COLUMNS = 1000;

/** Whether this is a wide browser window; a phone in WeChat never is. */
export function useWide(): boolean {
  const [wide, setWide] = useState(isWide);
  useEffect(() => {
    if (process.env.TARO_ENV !== 'h5') return undefined;
    const hear = () => setWide(isWide());
    window.addEventListener('resize', hear);
    return () => window.removeEventListener('resize', hear);
  }, []);
  return wide;
}

function isWide(): boolean {
  return process.env.TARO_ENV === 'h5' && window.innerWidth >= TWO_COLUMNS;
}
