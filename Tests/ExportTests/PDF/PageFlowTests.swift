import Testing

@testable import Export

/// Which line stands where, without any text.
struct PageFlowTests {
  private let geometry = PaperGeometry(.a4)
  private typealias Block = PageFlow.Block

  private func bottom(_ placed: PageFlow.Placed, _ leading: Double) -> Double {
    placed.top + Double(placed.lines.count) * leading
  }

  /// No line is lost, none stands in another or outside the page, and they come in order.
  private func check(_ flow: PageFlow, _ blocks: [Block], columns: Int) {
    var lines = Array(repeating: 0, count: blocks.count)
    var last: PageFlow.Placed?
    for placed in flow.placed {
      #expect(placed.lines.lowerBound == lines[placed.block])
      lines[placed.block] = placed.lines.upperBound
      #expect(bottom(placed, blocks[placed.block].leading) <= geometry.textBottom + 0.1)
      #expect(placed.column < columns)
      if let last {
        #expect((last.page, last.column) <= (placed.page, placed.column))
        if (last.page, last.column) == (placed.page, placed.column) {
          #expect(placed.top >= bottom(last, blocks[last.block].leading) - 0.01)
        }
      }
      last = placed
    }
    #expect(lines == blocks.map(\.lines))
  }

  @Test(arguments: 1...4, [1, 40, 47, 48, 49, 96, 97, 500, 2000])
  func `every line has a place of its own`(columns: Int, count: Int) {
    let blocks = (0..<count).map { number in
      Block(
        lines: number % 7 == 0 ? 3 : 1, leading: 13.5, before: number % 20 == 0 ? 10 : 0,
        keepsWithNext: number % 20 == 0, splitsFrom: 30)
    }
    var flow = PageFlow(geometry)
    flow.place(blocks, columns: columns)
    check(flow, blocks, columns: columns)
    #expect(flow.pageCount == (flow.placed.last?.page ?? 0) + 1)
    for (placed, next) in zip(flow.placed, flow.placed.dropFirst()) where blocks[placed.block].keepsWithNext {
      #expect((placed.page, placed.column) == (next.page, next.column), "a heading is not the last of its column")
    }
  }

  @Test func `columns end at about the same height on the last page`() {
    let blocks = Array(repeating: Block(lines: 1, leading: 13.5, splitsFrom: 30), count: 130)
    var flow = PageFlow(geometry)
    flow.place(blocks, columns: 3)
    let last = flow.placed.filter { $0.page == flow.page }
    let heights = (0..<3).map { column in last.filter { $0.column == column }.count }
    #expect((heights.max() ?? 0) - (heights.min() ?? 0) <= 2, "\(heights)")
  }

  @Test func `what follows columns stands below all of them`() {
    let blocks = Array(repeating: Block(lines: 1, leading: 13.5, splitsFrom: 30), count: 20)
    var flow = PageFlow(geometry)
    flow.place(blocks, columns: 3)
    flow.place([Block(lines: 1, leading: 13.5)])
    let lowest = flow.placed.dropLast().map { bottom($0, 13.5) }.max() ?? 0
    #expect((flow.placed.last?.top ?? 0) >= lowest - 0.01)
  }

  @Test func `a paragraph leaves two lines at least on each page that it stands on`() {
    for room in 1...60 {
      var flow = PageFlow(geometry)
      flow.place([Block(lines: room, leading: 10), Block(lines: 9, leading: 16)])
      for placed in flow.placed where placed.block == 1 { #expect(placed.lines.count >= 2) }
    }
  }

  @Test(arguments: 1...4) func `what is longer than a page goes on, page after page`(columns: Int) {
    let blocks = [Block(lines: 2, leading: 13.5), Block(lines: 300, leading: 13.5), Block(lines: 1, leading: 13.5)]
    var flow = PageFlow(geometry)
    flow.place(blocks, columns: columns)
    check(flow, blocks, columns: columns)
  }
}
