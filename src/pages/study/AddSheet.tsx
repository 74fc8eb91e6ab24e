import { useState } from 'react';
import type { StudyView } from '../../../domain/contract/views';
import { Button, Sheet, TextArea, toast } from '../../components';
import { useSaid } from '../../i18n';
import { useStudyWords } from '../../i18n/study';
import { asCloudError } from '../../services/cloud';
import { useSend } from '../../state';

interface Props {
  study: StudyView;
  onClose(): void;
  onDone(): Promise<void>;
}

/** Something that nobody reported but that belongs on the table. */
export function AddSheet({ study, onClose, onDone }: Props) {
  const { study: words } = useStudyWords();
  const said = useSaid();
  const send = useSend();
  const [text, setText] = useState('');
  const [error, setError] = useState<string>();
  const add = async () => {
    if (text.trim() === '') return setError(words.needWords);
    try {
      await send('study.add', { area: study.area.code, period: study.period, text: text.trim() });
      toast(words.saved);
      await onDone();
    } catch (reason) {
      setError(said(asCloudError(reason).words));
    }
  };
  return (
    <Sheet
      open
      onClose={onClose}
      title={words.addTitle}
      action={
        <Button id="give-add" onTap={add}>
          {words.add}
        </Button>
      }
    >
      <TextArea name="item" label="" value={text} onChange={setText} error={error} />
    </Sheet>
  );
}
