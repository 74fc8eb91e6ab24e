import type { Category } from '../../domain/problem/category';

/** What people of Hangjin bring up, and how it may end; the first ones after the article's own examples. */
export interface Story {
  category: Category;
  text: string;
  done: string;
  /** Why the grid cannot do it alone. */
  upward: string;
  place?: string;
  urgent?: true;
}

export const STORIES: readonly Story[] = [
  {
    category: 'road.canal',
    text: '渠边那段路又陡又窄，拉玉米的车过不去，前天有辆三轮差点翻到渠里',
    done: '和扬水站一起把坡降下来，路面加宽到四米，两边立了警示桩',
    upward: '要和扬水站协调，还要动用推土机，网格里办不了',
    place: '二社扬水站东边渠路',
  },
  {
    category: 'road.village',
    text: '村口到卫生室的路坑坑洼洼，下雨全是水，老人看病不好走',
    done: '坑洼已用砂石垫平压实，路边开了排水沟',
    upward: '约一公里，需要纳入道路维修计划',
    place: '村口到卫生室',
  },
  {
    category: 'heating.greenhouse',
    text: '我家和邻居几座大棚的供暖管不热，夜里零下，菜苗快冻了',
    done: '供暖管道已接通，试烧一夜，棚内十五度以上',
    upward: '涉及五十座大棚的供水供暖管网，要镇里统一安排',
    place: '南边大棚区',
    urgent: true,
  },
  {
    category: 'power.lamp',
    text: '巷子里三盏路灯都不亮，孩子放学走夜路害怕',
    done: '换了灯头和一段电缆，三盏都亮了',
    upward: '线路老化，要换变压器，请上级协调供电部门',
    place: '老学校西巷',
  },
  {
    category: 'water.canal',
    text: '斗渠淤得厉害，秋浇水到不了我们这片地，再等就误了',
    done: '组织大家清淤两天，水已经浇上',
    upward: '上游闸口在邻村，需要统一调水',
    place: '渠南四斗',
  },
  {
    category: 'water.tap',
    text: '自来水这两天又黄又小，晚上基本没水',
    done: '管道漏点已找到换好，水质恢复正常',
    upward: '主管网压力不足，要请供水站检修',
  },
  {
    category: 'environment.rubbish',
    text: '垃圾箱满了四五天没人拉，风一刮满地塑料袋',
    done: '当天清运，改为每周三、周六拉两次',
    upward: '清运车由镇里排班，请协调增加趟次',
    place: '东头垃圾点',
  },
  {
    category: 'policy.pasture',
    text: '退化草场想补种柠条，不知道今年还有没有补助，去哪里报',
    done: '已登记报名，材料由网格员代交，结果会打电话告知',
    upward: '补助名额由旗里分配，请农牧部门答复',
  },
  {
    category: 'farming.sale',
    text: '葵花卖不上价，听说有订单收购，能不能帮忙联系',
    done: '联系到收购企业，下周三到村里统一过秤',
    upward: '涉及几个村的种植户，希望镇里统一对接',
  },
  {
    category: 'dispute.boundary',
    text: '邻居盖羊圈占了两家中间的过道，说了几次没结果',
    done: '双方到村委会坐下谈，让出一米二，写了调解协议',
    upward: '双方各有土地证，需要请土地部门来量',
  },
  {
    category: 'farming.land',
    text: '承包地和别人家地界对不上，今年种地又吵起来了',
    done: '对照台账重新打了界桩，双方签字认可',
    upward: '台账有出入，需镇里确权人员到场',
  },
  {
    category: 'policy.age',
    text: '母亲八十一了，高龄补贴断了两个月，手机上不会认证',
    done: '上门帮老人认证，补贴本月一起补发',
    upward: '系统里身份信息有误，需民政部门更正',
  },
  {
    category: 'service.medical',
    text: '医保异地报销材料不知道缺什么，跑了两趟没办成',
    done: '材料清单已发，缺的证明帮着补齐，已受理',
    upward: '异地就医备案要旗医保局处理',
  },
  {
    category: 'power.line',
    text: '电线杆歪了，电线快垂到路上，小孩在底下玩',
    done: '供电所已扶正加固，现场拉线检查过',
    upward: '杆线属供电部门，请立即协调抢修',
    place: '一社打谷场旁',
  },
  {
    category: 'safety.pit',
    text: '机井没有盖子，牛羊和娃娃都容易掉进去',
    done: '焊了铁井盖并上锁，周围砌了矮墙',
    upward: '这样的废机井还有六眼，要统一封填',
    place: '西梁机井',
  },
  {
    category: 'service.culture',
    text: '村里想要个能打羽毛球的地方，冬天没处活动',
    done: '旧库房收拾出来画了场地，晚上七点到九点开放',
    upward: '需要申请文体设施经费',
  },
  {
    category: 'farming.disease',
    text: '羊群里有七八只咳嗽、不吃草，怕是传染的',
    done: '兽医来看过，隔离打针，没有再添新病羊',
    upward: '要请旗里化验确诊，村里没有条件',
    place: '北梁冬营盘',
  },
  {
    category: 'farming.wolves',
    text: '这几夜狼进了羊圈，咬死两只母羊，邻近几户都害怕',
    done: '加高了圈网，装了声光驱赶灯，登记了损失',
    upward: '野生动物损害补偿要旗林草局来核',
    place: '西梁草场',
  },
  {
    category: 'farming.pests',
    text: '草场上蝗虫多起来了，草尖都啃光了',
    done: '统一喷了药，三天后复查，虫口降下来了',
    upward: '连片上万亩，要飞机防治',
    place: '北边打草场',
  },
  {
    category: 'housing.unsafe',
    text: '老房子西墙裂了两指宽，一到刮风掉土，晚上不敢睡',
    done: '先接到亲戚家住，危房鉴定完，改造已经开工',
    upward: '危房改造指标要旗里安排',
  },
  {
    category: 'water.herd',
    text: '牲口井的水泵坏了，三户人家的牛要赶到六里外饮水',
    done: '换了水泵，当天出水',
    upward: '井也淤了，要水利上来清井',
    place: '东滩牲口井',
  },
  {
    category: 'road.snow',
    text: '雪把出村的路封了，家里老人的药快吃完了',
    done: '推雪车开到门口，药也捎来了',
    upward: '十几里都封了，要交通上的大推雪车',
    place: '三社到油路口',
  },
  {
    category: 'power.signal',
    text: '我们这片草场手机没信号，孩子上网课要骑摩托到山梁上',
    done: '运营商加了一个小基站，信号两格以上',
    upward: '要协调铁塔公司立杆',
    place: '沙梁南边',
  },
];
