/// Finds which of many phrases stand in a text, all of them in one reading: the automaton of Aho and Corasick, over
/// words instead of letters.
struct PhraseSearch {
  /// One word further from a node.
  private struct Edge: Hashable {
    let node: Int
    let word: Int32
  }

  private struct Node {
    let parent: Int
    let word: Int32
    let depth: Int
    /// The node of the longest end of this one's words that begins a phrase.
    var shorter = 0
    /// This node, or the next of the shorter ones, at which a phrase ends; 0 where there is none.
    var ending = 0
    /// The next shorter node at which a phrase ends.
    var nextEnding = 0
    /// The phrases that end here.
    var phrases: [Int] = []
  }

  private var nodes = [Node(parent: 0, word: -1, depth: 0)]
  private var edges: [Edge: Int] = [:]

  /// A search for these phrases, each as the numbers of its words.
  init(for phrases: [[Int32]]) {
    for (index, phrase) in phrases.enumerated() where !phrase.isEmpty {
      var node = 0
      for word in phrase {
        let edge = Edge(node: node, word: word)
        if let next = edges[edge] {
          node = next
        } else {
          nodes.append(Node(parent: node, word: word, depth: nodes[node].depth + 1))
          node = nodes.count - 1
          edges[edge] = node
        }
      }
      nodes[node].phrases.append(index)
    }
    // A shorter end is known before what is longer by a word asks for it.
    for index in nodes.indices.dropFirst().sorted(by: { nodes[$0].depth < nodes[$1].depth }) {
      let node = nodes[index]
      let shorter = node.parent == 0 ? 0 : next(nodes[node.parent].shorter, node.word)
      nodes[index].shorter = shorter
      nodes[index].nextEnding = nodes[shorter].ending
      nodes[index].ending = node.phrases.isEmpty ? nodes[shorter].ending : index
    }
  }

  /// Whether there is nothing to search for.
  var isEmpty: Bool { nodes.count == 1 }

  /// The phrases that stand in one of these rows of words; a word that is in no phrase may be nil.
  func phrases(in rows: some Sequence<[Int32?]>) -> Set<Int> {
    var found: Set<Int> = []
    var seen = Array(repeating: false, count: nodes.count)
    for row in rows {
      var node = 0
      for word in row {
        node = word.map { next(node, $0) } ?? 0
        // What follows a node that was seen was found with it.
        var ending = nodes[node].ending
        while ending != 0, !seen[ending] {
          seen[ending] = true
          found.formUnion(nodes[ending].phrases)
          ending = nodes[ending].nextEnding
        }
      }
    }
    return found
  }

  private func next(_ node: Int, _ word: Int32) -> Int {
    var node = node
    while true {
      if let next = edges[Edge(node: node, word: word)] { return next }
      guard node != 0 else { return 0 }
      node = nodes[node].shorter
    }
  }
}
