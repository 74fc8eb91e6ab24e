import { useRouter } from '@tarojs/taro';
import { CATEGORIES } from '../../../domain/problem/category';
import { Screen } from '../../components';
import { useMatter } from '../../components/matter/useMatter';
import { useSaid, useWords } from '../../i18n';

/** One problem: who has it until when, what was said, what happened, what can be done now. */
export default function Problem() {
  const { problem: words } = useWords();
  const said = useSaid();
  const { query, body, bar } = useMatter(decodeURIComponent(useRouter().params.id ?? ''));
  const { data, error, asOf } = query;
  return (
    <Screen
      title={data ? words.about(said(CATEGORIES[data.category])) : words.title}
      action={bar}
      staleSince={error && data ? asOf : undefined}
      unsent
    >
      {body}
    </Screen>
  );
}
