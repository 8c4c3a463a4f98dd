package import Markup
package struct AssetAddresses: Sendable { package let style, script, icon: String }
package struct Sample: Sendable {}
package func frame(_ page: Page, for reader: Reader, assets: AssetAddresses) -> HTML { page.body }
