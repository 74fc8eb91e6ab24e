import { useState } from 'react';
import type { GoodView } from '../../../domain/contract/views';
import { toast } from '../../components';
import { useSaid } from '../../i18n';
import { useShopWords } from '../../i18n/shop';
import { asCloudError } from '../../services/cloud';
import type { LocalFile } from '../../services/device';
import { useSend } from '../../state';

export type Move = 'keep' | 'more' | 'less';

export interface GoodForm {
  name: string;
  cost: string;
  move: Move;
  count: string;
  photos: LocalFile[];
  listed: boolean;
}

/** What is filled in about a good, and sending it. */
export function useGood(good: GoodView | undefined, onSaved: () => Promise<void>) {
  const words = useShopWords().counter.good;
  const said = useSaid();
  const send = useSend();
  const [error, setError] = useState<string>();
  const [form, setForm] = useState<GoodForm>({
    name: good?.name ?? '',
    cost: good ? String(good.cost) : '',
    move: good ? 'keep' : 'more',
    count: '',
    photos: [],
    listed: good?.listed ?? true,
  });
  const set = (part: Partial<GoodForm>) => {
    setError(undefined);
    setForm((was) => ({ ...was, ...part }));
  };
  const save = async () => {
    const name = form.name.trim();
    const cost = whole(form.cost);
    if (name === '') return setError(words.needName);
    if (cost < 1) return setError(words.needCost);
    const count = form.move === 'keep' ? 0 : whole(form.count);
    const [photo] = form.photos;
    const input = { name, cost, add: form.move === 'less' ? -count : count, listed: form.listed };
    try {
      await send(
        'shop.stock',
        // Named by its path on this phone; `send` puts its address in.
        { ...(good ? { good: good.id } : {}), ...input, ...(photo ? { photo: photo.path } : {}) },
        { files: form.photos },
      );
      toast(words.saved);
      await onSaved();
    } catch (reason) {
      setError(said(asCloudError(reason).words));
    }
  };
  return { form, set, save, error };
}

function whole(said: string): number {
  const number = Number.parseInt(said, 10);
  return Number.isFinite(number) ? Math.max(0, number) : 0;
}
