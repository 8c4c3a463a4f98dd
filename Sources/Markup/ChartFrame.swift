/// A drawing with its caption, its words for those who do not see it, and the same figures one press away.
struct ChartFrame {
    let title: String
    let description: String
    let width: Int
    let height: Int
    let drawing: HTML
    let table: HTML

    /// A wide drawing scrolls sideways on a phone in a region that the keyboard reaches, so its letters keep their size.
    var html: HTML {
        """
        <figure class="chart"><figcaption>\(title)</figcaption>\
        <div class="scroll" role="region" tabindex="0" aria-label="\(title), drawing">\
        <svg role="img" viewBox="0 0 \(width) \(height)" width="\(width)" height="\(height)" \
        aria-label="\(title)"><title>\(title)</title><desc>\(description)</desc>\(drawing)</svg></div>\
        <details class="figures"><summary>The same as a table</summary>\
        <div class="scroll" role="region" tabindex="0" aria-label="\(title), table">\(table)</div></details></figure>
        """
    }
}
