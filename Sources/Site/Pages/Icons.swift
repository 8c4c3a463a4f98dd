import Markup

enum Icon: Hashable {
    case section(Page.Section)
    case more
}

/// A drawing of 20 by 20 beside its name; the name is text, so the drawing is hidden from readers.
func icon(_ icon: Icon) -> HTML {
    """
    <svg class="icon" width="20" height="20" viewBox="0 0 20 20" aria-hidden="true">\(drawing(icon))</svg>
    """
}

private func drawing(_ icon: Icon) -> HTML {
    switch icon {
    case .section(.today): "<path d=\"M3 5h14v12H3zM3 9h14M7 3v4M13 3v4M7.5 13l2 2 3.5-3.5\"/>"
    case .section(.map):
        "<path d=\"M3 3h4v4H3zM8 3h4v4H8zM13 3h4v4h-4zM3 8h4v4H3zM8 8h4v4H8zM13 8h4v4h-4zM3 13h4v4H3zM8 13h4v4H8z\"/>"
    case .section(.schools): "<path d=\"M2 17h16M4 17V8l6-4 6 4v9M8.5 17v-4h3v4M10 4V2\"/>"
    case .section(.evaluate): "<path d=\"M3 17V13h3v4zM8.5 17V9h3v8zM14 17V4h3v13z\"/>"
    case .section(.plans): "<path d=\"M4 17V3h8l4 4v10zM12 3v4h4M7 10h6M7 13.5h4\"/>"
    case .section(.meetings): "<path d=\"M3 4h14v9H9l-4 4v-4H3zM7 8.5h6\"/>"
    case .section(.tools): "<path d=\"M4 5h1M8 5h8M4 10h1M8 10h8M4 15h1M8 15h8\"/>"
    case .section(.calendar): "<path d=\"M3 5h14v12H3zM3 9h14M7 3v4M13 3v4M8 9v8M12 9v8M3 13h14\"/>"
    case .section(.administration): "<path d=\"M3 6h8M15 6h2M3 14h2M9 14h8M13 4v4M7 12v4\"/>"
    case .more: "<path stroke-width=\"3\" d=\"M4 10h.01M10 10h.01M16 10h.01\"/>"
    }
}
