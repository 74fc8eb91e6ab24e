import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { CATEGORIES, groupOf } from '../../../domain/problem/category';
import { Button, Screen } from '../../components';
import { useSaid, useWords } from '../../i18n';
import { useMe } from '../../state';
import { Categories } from './Categories';
import { Say } from './Say';
import { useReport } from './useReport';
import './index.scss';

/** Two questions, one after the other: what is it about, and what is wrong. */
export default function ReportPage() {
  const words = useWords().report;
  const said = useSaid();
  const { household, head } = useRouter().params;
  const { report, change, submit, join, error } = useReport(household);
  const me = useMe();
  // Opened by its address, nobody said yet who this is: the server decides.
  const mayJoin = !household && (me?.roles.includes('resident') ?? true);
  const { category } = report;
  const whose = head ? decodeURIComponent(head) : undefined;
  const forWhom = whose ? words.behalf(whose) : undefined;
  if (category === undefined) {
    return (
      <Screen title={words.title} heading={words.category} lead={forWhom}>
        <Categories onChoose={(chosen) => change({ category: chosen })} />
      </Screen>
    );
  }
  return (
    <Screen
      title={words.title}
      heading={
        <View className="report__heading">
          {said(CATEGORIES[groupOf(category)])}
          <View
            id="change"
            className="report__change"
            hoverClass="y-pressed"
            onClick={() => change({ category: undefined })}
          >
            {words.change}
          </View>
        </View>
      }
      lead={forWhom}
      action={
        <Button id="send" onTap={submit}>
          {words.send}
        </Button>
      }
    >
      <Say
        category={category}
        report={report}
        error={error}
        head={household ? (whose ?? '') : undefined}
        onChange={change}
        onJoin={mayJoin ? join : undefined}
      />
    </Screen>
  );
}
