import type { Words } from '../error/refusal';

/** The units of the banner that answer for a kind of matter; an assigned matter stands on their handler's desk. */
export const UNITS = {
  transport: { zh: '旗交通运输局', en: 'Banner Transport Bureau' },
  water: { zh: '旗水利局', en: 'Banner Water Bureau' },
  canals: { zh: '黄河灌排服务中心', en: 'Yellow River Irrigation Centre' },
  power: { zh: '旗供电局', en: 'Banner Power Supply Bureau' },
  housing: { zh: '旗住房和城乡建设局', en: 'Banner Housing and Construction Bureau' },
  farming: { zh: '旗农牧局', en: 'Banner Farming and Herding Bureau' },
  grassland: { zh: '旗林业和草原局', en: 'Banner Forestry and Grassland Bureau' },
  environment: { zh: '旗生态环境分局', en: 'Banner Environment Branch' },
  justice: { zh: '旗司法局', en: 'Banner Justice Bureau' },
  land: { zh: '旗自然资源局', en: 'Banner Natural Resources Bureau' },
  labour: { zh: '旗人力资源和社会保障局', en: 'Banner Human Resources and Social Security Bureau' },
  safety: { zh: '旗应急管理局', en: 'Banner Emergency Management Bureau' },
  fire: { zh: '旗消防救援大队', en: 'Banner Fire and Rescue Brigade' },
  traffic: { zh: '旗公安局交通管理大队', en: 'Banner Traffic Police' },
  affairs: { zh: '旗民政局', en: 'Banner Civil Affairs Bureau' },
  health: { zh: '旗卫生健康委员会', en: 'Banner Health Commission' },
  insurance: { zh: '旗医疗保障局', en: 'Banner Medical Insurance Bureau' },
  education: { zh: '旗教育体育局', en: 'Banner Education and Sports Bureau' },
  industry: { zh: '旗工信和科技局', en: 'Banner Industry and Technology Bureau' },
  township: { zh: '苏木镇政府', en: 'Township government' },
} as const satisfies Record<string, Words>;

export type Unit = keyof typeof UNITS;

/** What one kind of matter brings with it. What a part leaves out, it has from its group. */
interface Kind extends Words {
  unit?: Unit;
  /** Which clock runs: `urgent` counts hours. */
  ladder?: 'urgent';
  /** Life is at risk: 110/119/120 stand first. */
  danger?: true;
}

interface Group extends Kind {
  unit: Unit;
  /** Neighbours have it too: similar ones are looked for, and it may be told to them. */
  shared?: true;
  /** Words after which the matter is offered as one that cannot wait. */
  urgent?: readonly string[];
  parts: Record<string, Kind>;
}

/** What people ask for, in two levels, as data. A name stands before “问题”: “路灯问题”. Codes are never reused. */
export const CATEGORY_TREE = {
  road: {
    zh: '道路',
    en: 'Roads',
    unit: 'transport',
    shared: true,
    urgent: ['断了', '塌', '过不去', '走不了', '封路', '大雪', '救护车'],
    parts: {
      village: { zh: '村里的路', en: 'Village road' },
      canal: { zh: '渠边路', en: 'Road beside a canal', unit: 'canals' },
      bridge: { zh: '桥涵', en: 'Bridge or culvert' },
      snow: { zh: '积雪结冰', en: 'Snow and ice', ladder: 'urgent' },
      sand: { zh: '沙子埋路', en: 'Sand on the road' },
      sign: { zh: '路牌护栏', en: 'Signs and railings' },
      bus: { zh: '班车出行', en: 'Buses' },
    },
  },
  water: {
    zh: '用水灌溉',
    en: 'Water and irrigation',
    unit: 'water',
    shared: true,
    urgent: ['没水', '停水', '喝不上', '断水', '决口', '冲了', '误了'],
    parts: {
      tap: { zh: '自来水', en: 'Tap water' },
      well: { zh: '水井', en: 'Wells' },
      herd: { zh: '牲畜饮水', en: 'Water for herds' },
      canal: { zh: '渠道', en: 'Canals', unit: 'canals' },
      gate: { zh: '闸门水泵', en: 'Gates and pumps', unit: 'canals' },
      turn: { zh: '浇水排号', en: 'Turns and fees of irrigation', unit: 'canals' },
      flood: { zh: '积水排涝', en: 'Standing water', ladder: 'urgent' },
    },
  },
  power: {
    zh: '用电路灯',
    en: 'Power and lamps',
    unit: 'power',
    shared: true,
    urgent: ['停电', '没电', '掉下来', '冒火'],
    parts: {
      outage: { zh: '停电', en: 'Power cut', ladder: 'urgent' },
      weak: { zh: '电压不稳', en: 'Weak voltage' },
      line: { zh: '电线电杆', en: 'Lines and poles', ladder: 'urgent', danger: true },
      lamp: { zh: '路灯', en: 'Street lamps', unit: 'township' },
      solar: { zh: '风光互补供电', en: 'Wind and solar power at home' },
      signal: { zh: '手机信号网络', en: 'Mobile signal and network', unit: 'industry' },
    },
  },
  heating: {
    zh: '供暖',
    en: 'Heating',
    unit: 'housing',
    shared: true,
    urgent: ['零下', '冻', '不热', '老人', '孩子', '停暖'],
    parts: {
      home: { zh: '家里供暖', en: 'Heating at home', ladder: 'urgent' },
      greenhouse: { zh: '大棚供暖', en: 'Heating of greenhouses', ladder: 'urgent', unit: 'farming' },
      fuel: { zh: '取暖煤', en: 'Coal for heating', unit: 'township' },
      clean: { zh: '清洁取暖改造', en: 'Cleaner heating' },
    },
  },
  housing: {
    zh: '住房',
    en: 'Housing',
    unit: 'housing',
    urgent: ['漏雨', '裂', '塌', '没处住', '没地方住'],
    parts: {
      unsafe: { zh: '危房', en: 'Unsafe house', ladder: 'urgent', danger: true },
      repair: { zh: '房屋修缮', en: 'Repairs' },
      plot: { zh: '宅基地', en: 'House plots', unit: 'farming' },
      deed: { zh: '房产证件', en: 'Title papers', unit: 'land' },
      estate: { zh: '小区物业', en: 'Estate services' },
    },
  },
  environment: {
    zh: '环境卫生',
    en: 'Environment',
    unit: 'township',
    shared: true,
    urgent: ['污水', '臭', '死畜', '农药'],
    parts: {
      rubbish: { zh: '垃圾清运', en: 'Rubbish' },
      toilet: { zh: '厕所', en: 'Toilets', unit: 'farming' },
      sewage: { zh: '污水', en: 'Sewage', unit: 'environment' },
      smoke: { zh: '烟尘异味', en: 'Smoke and smells', unit: 'environment' },
      noise: { zh: '噪声', en: 'Noise', unit: 'environment' },
      film: { zh: '残膜农药瓶', en: 'Farm film and bottles', unit: 'farming' },
      carcass: { zh: '病死畜处理', en: 'Dead animals', unit: 'farming', ladder: 'urgent' },
    },
  },
  farming: {
    zh: '农牧生产',
    en: 'Farming and herding',
    unit: 'farming',
    shared: true,
    urgent: ['死了', '病', '蝗', '狼', '雪灾', '冰雹', '断草', '断料'],
    parts: {
      pasture: { zh: '草场放牧', en: 'Pasture and grazing', unit: 'grassland' },
      disease: { zh: '牲畜疫病', en: 'Animal disease', ladder: 'urgent' },
      fodder: { zh: '草料', en: 'Fodder' },
      pests: { zh: '虫害鼠害', en: 'Locusts and rodents', unit: 'grassland', ladder: 'urgent' },
      wolves: { zh: '狼和野生动物', en: 'Wolves and wild animals', unit: 'grassland', ladder: 'urgent' },
      weather: { zh: '旱涝雪灾', en: 'Drought, flood, snow', unit: 'safety', ladder: 'urgent' },
      seed: { zh: '种子化肥农药', en: 'Seed, fertiliser, pesticide' },
      land: { zh: '承包地草场界', en: 'Borders of fields and pastures' },
      sale: { zh: '卖粮卖畜', en: 'Selling crops and animals' },
      machine: { zh: '农机', en: 'Machinery' },
    },
  },
  dispute: {
    zh: '邻里纠纷',
    en: 'Disputes',
    unit: 'justice',
    urgent: ['动手', '打', '威胁', '拿刀', '闹'],
    parts: {
      neighbour: { zh: '邻里', en: 'Between neighbours' },
      family: { zh: '家里', en: 'Within the family' },
      boundary: { zh: '地界', en: 'About borders', unit: 'land' },
      debt: { zh: '欠钱', en: 'About money owed' },
      wages: { zh: '欠工钱', en: 'Unpaid wages', unit: 'labour' },
      animals: { zh: '牲畜吃庄稼', en: 'Animals in crops' },
    },
  },
  safety: {
    zh: '安全隐患',
    en: 'Danger',
    unit: 'safety',
    shared: true,
    ladder: 'urgent',
    danger: true,
    parts: {
      fire: { zh: '火灾隐患', en: 'Fire hazard', unit: 'fire' },
      gas: { zh: '燃气煤烟', en: 'Gas and coal fumes', unit: 'housing' },
      pit: { zh: '机井坑洞', en: 'Open wells and pits', unit: 'water' },
      building: { zh: '墙房要倒', en: 'Walls about to fall', unit: 'housing' },
      traffic: { zh: '交通安全', en: 'Traffic danger', unit: 'traffic' },
      ice: { zh: '河渠冰面', en: 'Ice and deep water', unit: 'water' },
      fraud: { zh: '电信诈骗', en: 'Fraud by phone' },
    },
  },
  service: {
    zh: '办事服务',
    en: 'Public services',
    unit: 'township',
    urgent: ['住院', '救命', '断药'],
    parts: {
      medical: { zh: '看病医保', en: 'Doctors and medical insurance', unit: 'insurance' },
      clinic: { zh: '卫生室', en: 'Village clinic', unit: 'health' },
      pension: { zh: '养老认证', en: 'Pension', unit: 'labour' },
      elder: { zh: '老人照料', en: 'Care of the old', unit: 'affairs' },
      school: { zh: '上学', en: 'School', unit: 'education' },
      papers: { zh: '证件证明', en: 'Papers and certificates' },
      work: { zh: '找活就业', en: 'Work', unit: 'labour' },
      legal: { zh: '法律帮助', en: 'Legal help', unit: 'justice' },
      culture: { zh: '文体活动', en: 'Culture and sport', unit: 'education' },
    },
  },
  policy: {
    zh: '政策补贴',
    en: 'Policy and benefits',
    unit: 'township',
    urgent: ['断了', '没饭吃', '揭不开锅'],
    parts: {
      allowance: { zh: '低保救助', en: 'Minimum living allowance', unit: 'affairs' },
      disability: { zh: '残疾人补贴', en: 'Disability benefits', unit: 'affairs' },
      age: { zh: '高龄补贴', en: 'Benefits for the old', unit: 'affairs' },
      pasture: { zh: '草原补奖', en: 'Grassland benefits', unit: 'grassland' },
      crop: { zh: '种粮补贴', en: 'Crop benefits', unit: 'farming' },
      machine: { zh: '农机补贴', en: 'Machinery benefits', unit: 'farming' },
      insurance: { zh: '农牧业保险', en: 'Crop and herd insurance', unit: 'farming' },
      ask: { zh: '政策咨询', en: 'Questions about policy' },
    },
  },
  village: {
    zh: '村务公开',
    en: 'Village affairs',
    unit: 'township',
    parts: {
      accounts: { zh: '村集体账目', en: 'Village accounts' },
      rules: { zh: '村规民约', en: 'Village rules' },
      idea: { zh: '发展建议', en: 'Ideas for the village' },
    },
  },
  other: { zh: '其他', en: 'Something else', unit: 'township', parts: {} },
} as const satisfies Record<string, Group>;

type Tree = typeof CATEGORY_TREE;
export type CategoryGroup = keyof Tree;
export type CategoryPart = {
  [G in CategoryGroup]: `${G}.${keyof Tree[G]['parts'] & string}`;
}[CategoryGroup];

/** Read without the literals of the data. */
export function groupEntry(group: CategoryGroup): Group {
  return CATEGORY_TREE[group];
}
