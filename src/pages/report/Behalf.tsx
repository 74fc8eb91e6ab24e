import { View } from '@tarojs/components';
import { Field, Tick } from '../../components';
import { useWords } from '../../i18n';
import type { Report } from './useReport';

interface Props {
  head: string;
  report: Report;
  onChange(part: Partial<Report>): void;
}

/** Nobody is spoken for without having been asked. */
export function Behalf({ head, report, onChange }: Props) {
  const words = useWords().report;
  return (
    <View className="report__behalf">
      <Tick
        id="consented"
        on={report.consented}
        label={words.consented(head)}
        hint={words.consentedHint}
        onChange={(consented) => onChange({ consented })}
      />
      {report.consented && (
        <Field
          name="agreedBy"
          label={words.agreedBy}
          value={report.agreedBy}
          placeholder={head}
          most={30}
          onChange={(agreedBy) => onChange({ agreedBy })}
        />
      )}
    </View>
  );
}
