/// Decides on which page, and where there, each line of a document stands. It knows heights only.
struct PageFlow {
  /// Something that has lines.
  struct Block {
    let lines: Int
    let leading: Double
    var before = 0.0
    /// Whether it must not be the last of its column.
    var keepsWithNext = false
    /// How many lines have to stay together before it is worth breaking it.
    var splitsFrom = 4

    var height: Double { before + Double(lines) * leading }
  }

  /// Some lines of a block at their place.
  struct Placed {
    /// The block's number in the order in which they came.
    let block: Int
    let lines: Range<Int>
    /// From 0.
    let page: Int
    let column: Int
    let top: Double
  }

  private let geometry: PaperGeometry
  private(set) var placed: [Placed] = []
  private(set) var page = 0
  private var top: Double
  private var column = 0
  private var isAtTop = true
  private var blockCount = 0

  init(_ geometry: PaperGeometry) {
    self.geometry = geometry
    top = geometry.firstTop
  }

  /// How many pages there are.
  var pageCount: Int { page + 1 }

  /// Goes on at the top of a new page, unless there is this much room.
  mutating func require(_ height: Double) {
    if !isAtTop, top + height > geometry.textBottom { nextPage() }
  }

  /// Leaves room below what was placed last.
  mutating func skip(_ height: Double) {
    if !isAtTop { top += height }
  }

  /// Places blocks one below the other.
  mutating func place(_ blocks: [Block]) {
    let bounds = Bounds(columns: 1, top: geometry.top, bottom: geometry.textBottom)
    for place in blocks.indices { add(blocks, place, within: bounds) }
  }

  /// Places blocks in columns, which end at about the same height on their last page.
  mutating func place(_ blocks: [Block], columns: Int) {
    guard columns > 1 else { return place(blocks) }
    var columnTop = top
    // Where the last page began: it is filled again, no higher than it has to be.
    var mark = (flow: self, first: 0)
    var place = 0
    while place < blocks.count {
      let before = (page, placed.count, blockCount)
      add(blocks, place, within: Bounds(columns: columns, top: columnTop, bottom: geometry.textBottom))
      if page != before.0 {
        columnTop = geometry.top
        // A block that is broken over two pages begins on the first of them: then all stays as it is.
        let isBroken = placed[before.1].page != page
        mark = (self, place + 1)
        if !isBroken {
          mark.flow.placed.removeSubrange(before.1...)
          mark.flow.blockCount = before.2
          mark.flow.top = geometry.top
          mark.flow.column = 0
          mark.flow.isAtTop = true
          mark.first = place
        }
      }
      place += 1
    }
    let rest = blocks[mark.first...]
    let total = rest.reduce(0) { $0 + $1.height }
    let step = blocks.first?.leading ?? 12
    // No lower than what has to stay together.
    let tallest = rest.map { $0.lines < $0.splitsFrom ? Double($0.lines) * $0.leading : 0 }.max() ?? 0
    var bottom = columnTop + max(tallest, total / Double(columns))
    while bottom < geometry.textBottom {
      var trial = mark.flow
      let bounds = Bounds(columns: columns, top: columnTop, bottom: bottom)
      for place in rest.indices { trial.add(blocks, place, within: bounds) }
      if trial.page == mark.flow.page {
        self = trial
        break
      }
      bottom += step / 2
    }
    // What follows stands below all columns.
    let lowest = placed.reversed().prefix { $0.page == page }.filter { $0.block >= blockCount - blocks.count }
      .map { placed in
        placed.top + Double(placed.lines.count) * blocks[placed.block - (blockCount - blocks.count)].leading
      }.max()
    top = max(lowest ?? top, columnTop)
    column = 0
    isAtTop = false
  }

  /// Where columns begin and end on the page that is being filled.
  private struct Bounds {
    let columns: Int
    var top: Double
    var bottom: Double
  }

  private mutating func add(_ blocks: [Block], _ place: Int, within bounds: Bounds) {
    let block = blocks[place]
    defer { blockCount += 1 }
    var bounds = bounds
    let before = isAtTop ? 0 : block.before
    var needed = before + Double(block.lines) * block.leading
    if block.keepsWithNext, let next = blocks[(place + 1)...].first {
      // With the first lines of what follows, and what stays with that.
      needed += next.before + Double(min(next.lines, next.splitsFrom - 1)) * next.leading
    }
    let isWhole = top + needed <= bounds.bottom + 0.01
    var first = 0
    if isWhole {
      top += before
    } else {
      let room = Int((bounds.bottom - top - before) / block.leading)
      let fits = block.keepsWithNext ? 0 : min(room, block.lines - 2)
      if block.lines >= block.splitsFrom, fits >= 2 {
        placed.append(Placed(block: blockCount, lines: 0..<fits, page: page, column: column, top: top + before))
        first = fits
      }
      if !isAtTop || first > 0 { advance(&bounds) }
    }
    while first < block.lines {
      let room = max(1, Int((bounds.bottom - top + 0.01) / block.leading))
      let count = min(room, block.lines - first)
      placed.append(Placed(block: blockCount, lines: first..<first + count, page: page, column: column, top: top))
      first += count
      top += Double(count) * block.leading
      isAtTop = false
      if first < block.lines { advance(&bounds) }
    }
  }

  /// Goes on in the next column, or on the next page, where columns are as long as it allows.
  private mutating func advance(_ bounds: inout Bounds) {
    isAtTop = true
    if column + 1 < bounds.columns {
      column += 1
      top = bounds.top
    } else {
      nextPage()
      bounds.top = geometry.top
      bounds.bottom = geometry.textBottom
    }
  }

  private mutating func nextPage() {
    page += 1
    column = 0
    top = geometry.top
    isAtTop = true
  }
}
