/// A value whose insides never reach a log, a debugger's dump or an error text.
///
/// Whatever prints it shows the same words for every such value.
public protocol Confidential: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {}

extension Confidential {
  /// The type's name and nothing of its value.
  public var description: String { "\(Self.self)(not shown)" }

  /// The same as `description`.
  public var debugDescription: String { description }

  /// A mirror without children, so that `dump` shows no more than `description`.
  public var customMirror: Mirror { Mirror(self, children: [:]) }
}
