/// How large a captured page may be.
public enum CaptureSize {
  /// Most bytes that are fetched, read and kept of one page: 32 MiB.
  public static let most = 32 << 20
}
