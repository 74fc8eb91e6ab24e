import { useState } from 'react';
import {
  Button,
  Card,
  type Cell,
  Choice,
  Field,
  Grid,
  PhotoPicker,
  PlacePicker,
  Screen,
  Sheet,
  Tag,
  TextArea,
  Timeline,
  toast,
  VoiceRecorder,
} from '../../components';
import { useWords } from '../../i18n';
import { setElder, useSettings } from '../../state';

const NAMES = [
  '乌云其木格',
  '张海军',
  '李秀英',
  '那仁朝克图',
  '王建国',
  '萨仁',
  '刘桂兰',
  '巴特尔',
  '赵永强',
  '高娃',
  '孙志',
  '额尔敦',
];

/** The gallery that shows the parts until the real home moves in. */
export default function Home() {
  const words = useWords();
  const { elder } = useSettings();
  const [reached, setReached] = useState<string[]>(['0', '1', '4']);
  const [open, setOpen] = useState(false);
  const [text, setText] = useState('');
  const [kind, setKind] = useState<string>();
  const [place, setPlace] = useState({ words: '' });
  const cells = NAMES.map<Cell>((label, at) => ({
    key: String(at),
    label,
    note: reached.includes(String(at))
      ? words.cell.reached
      : at === 7
        ? words.cell.unreachable
        : words.cell.due,
    fill: reached.includes(String(at)) ? 1 : at === 2 ? 0.5 : 0,
    state: at === 7 ? 'stuck' : at > 8 ? 'due' : 'plain',
  }));
  const toggle = (key: string) =>
    setReached((was) => (was.includes(key) ? was.filter((one) => one !== key) : [...was, key]));
  return (
    <Screen
      title={words.app.name}
      heading={`本周还有 ${12 - reached.length} 户待联系`}
      lead={words.app.motto}
      action={<Button onTap={() => setOpen(true)}>{words.action.save}</Button>}
      tab="home"
    >
      <Card title="联系户" aside={<Tag tone="active">第47周</Tag>}>
        <Grid cells={cells} onTap={toggle} />
      </Card>
      <Card title="机耕路被水冲断" aside={<Tag tone="due">明天到期</Tag>} tone="due">
        张书记正在办，11月28日前答复您
      </Card>
      <Card>
        <Timeline
          items={[
            { key: '2', title: '张书记受理了', when: '今天 09:20', tone: 'now' },
            { key: '1', title: '您反映了这件事', when: '昨天 18:05', body: '路断了，拖拉机过不去' },
          ]}
        />
      </Card>
      <Button kind="quiet" onTap={() => setElder(!elder)}>
        大字版
      </Button>
      <Sheet
        open={open}
        onClose={() => setOpen(false)}
        title="还有什么要说的？"
        action={<Button onTap={() => toast('已保存')}>{words.action.done}</Button>}
      >
        <Choice
          options={[
            { value: 'a', label: '上门' },
            { value: 'b', label: '电话' },
            { value: 'c', label: '微信' },
          ]}
          value={kind}
          onChange={setKind}
        />
        <Field name="who" label="姓名" value={text} onChange={setText} />
        <TextArea name="note" label="情况" value={text} onChange={setText} placeholder="可以不写" />
        <VoiceRecorder value={undefined} onChange={() => undefined} />
        <PhotoPicker photos={[]} onChange={() => undefined} />
        <PlacePicker label="地点" value={place} onChange={setPlace} />
      </Sheet>
    </Screen>
  );
}
