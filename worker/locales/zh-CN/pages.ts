import type en from '../en/pages.ts'
import type { Texts } from '../language.ts'

export default {
  title: '投诉 · {site}',
  noScript: '此表单需要 JavaScript，但它已被关闭或阻止。请启用后重试，或通过 {site} 的联系页面以其他方式联系我们。',
  notBuilt: '表单尚未构建。请运行“npm run build”后重新加载。',
} as const satisfies Texts<typeof en>
