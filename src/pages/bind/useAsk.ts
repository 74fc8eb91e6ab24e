import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import type { OutputOf } from '../../../domain/contract/actions';
import { CONSENT_VERSION } from '../../../domain/household/consent';
import { toast } from '../../components';
import { useSaid } from '../../i18n';
import { useBindWords } from '../../i18n/bind';
import { goHome } from '../../routes';
import { asCloudError, isUndecided } from '../../services/cloud';
import { useSend } from '../../state';

interface Ask {
  code: string;
  name: string;
  agreed: boolean;
}

type Wrong = Partial<Record<keyof Ask, string>>;

const CODE = /^[A-HJ-NP-Z2-9]{8}$/;

/** What a resident fills in, from the scanned code if there was one. */
export function useAsk() {
  const words = useBindWords().bind;
  const { kept } = useBindWords().outbox;
  const said = useSaid();
  const send = useSend();
  const { code, scene } = useRouter().params;
  // A mini program code brings its words as `scene`, encoded.
  const scanned = code ?? (scene === undefined ? '' : decodeURIComponent(scene));
  const [ask, setAsk] = useState<Ask>({ code: scanned, name: '', agreed: false });
  const [wrong, setWrong] = useState<Wrong>({});
  const [error, setError] = useState<string>();
  const [answer, setAnswer] = useState<OutputOf<'household.ask'>>();
  const change = (part: Partial<Ask>) => {
    setWrong({});
    setError(undefined);
    setAsk((was) => ({ ...was, ...part }));
  };

  const submit = async () => {
    const letters = plainCode(ask.code);
    const missing: Wrong = {
      ...(CODE.test(letters) ? {} : { code: words.codeWrong }),
      ...(ask.name.trim() ? {} : { name: words.nameMissing }),
      ...(ask.agreed ? {} : { agreed: words.agreeFirst }),
    };
    setWrong(missing);
    if (Object.keys(missing).length > 0) return;
    try {
      const input = { code: letters, name: ask.name.trim(), consent: CONSENT_VERSION } as const;
      setAnswer(await send('household.ask', input));
    } catch (reason) {
      const refusal = asCloudError(reason);
      if (isUndecided(refusal)) {
        toast(kept, 'due');
        goHome();
      } else if (refusal.path === 'code') setWrong({ code: said(refusal.words) });
      else setError(said(refusal.words));
    }
  };
  return { ask, change, wrong, error, submit, answer };
}

/** As people type it: small letters, a blank or a dash in the middle. */
function plainCode(typed: string): string {
  return typed.replace(/[\s-]/g, '').toUpperCase();
}
