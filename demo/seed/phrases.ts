/** What staff and complainants say in every case. What is said about a single one stands in its story. */
export const phrases = {
  en: {
    checked: 'Identity, contact and the matter itself were checked against the account.',
    agreed: 'Yes, that is what it is about.',
    accepted: 'The complaint is within our procedure. We begin with the investigation.',
    acceptedSimply: 'The complaint is within our procedure. The facts are clear, so we go on to a solution.',
    timetable: 'We begin as soon as you accept and keep to the date beside each remedy.',
    howToAppeal:
      'You can appeal once, with the button in the tracker or by answering this letter. Somebody more senior, who took no part, then decides.',
    whomElse: 'If you remain dissatisfied you can turn to the ombudsman of your country or to the courts.',
    report: 'Everything we promised has been done; the dates and proofs stand beside each remedy. Are you satisfied?',
    thanks: 'Thank you for putting this right.',
  },
  'zh-CN': {
    checked: '已核对身份、联系方式和投诉内容，与账户记录一致。',
    agreed: '是的，就是这些问题。',
    accepted: '您的投诉属于受理范围，现正式受理并开始调查。',
    acceptedSimply: '您的投诉属于受理范围。事实清楚，无需调查，我们直接制定解决方案。',
    timetable: '您接受方案后我们立即开始执行，各项措施的完成日期列在措施旁边。',
    howToAppeal: '您可以申诉一次：在查询页面点击“申诉”，或者直接回复本通知。申诉由没有参与过本案的更高级别人员处理。',
    whomElse: '如果仍不满意，您可以向所在地的争议解决机构申请调解，或者向人民法院起诉。',
    report: '承诺的各项措施均已完成，完成日期和凭证列在各项措施旁边。请告诉我们您是否满意。',
    thanks: '感谢你们认真处理。',
  },
} as const

export type Language = keyof typeof phrases
