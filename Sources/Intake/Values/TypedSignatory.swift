import Campaigns

/// A signatory whose fields were typed one by one, under the rules of a sheet's cells.
public enum TypedSignatory {
  /// The signatory with every field trimmed and on one line; empty fields are absent.
  /// - Throws: `invalidValue` where the name is missing or a field breaks its rules; it never says what was typed.
  public static func checked(_ signatory: Signatory) throws -> Signatory {
    var checked = signatory
    do throws(CellFault) {
      guard let name = try text(signatory.name, .name) else { throw .nameEmpty }
      checked.name = name
      checked.honorific = try text(signatory.honorific, .honorific)
      checked.credentials = try text(signatory.credentials, .credentials)
      checked.email = try signatory.email.map { email throws(CellFault) in try address(email) } ?? nil
      checked.jobTitle = try text(signatory.jobTitle, .jobTitle)
      checked.team = try text(signatory.team, .team)
      checked.location = try text(signatory.location, .location)
      checked.affiliation = try text(signatory.affiliation, .affiliation)
    } catch {
      throw Refusal(.invalidValue, error.words, hint: "nothing was changed; enter it again")
    }
    return checked
  }

  private static func text(_ value: String?, _ field: SheetField) throws(CellFault) -> String? {
    guard let value else { return nil }
    let isName = field == .name
    var cleaner = CellText()
    let bytes = Array(value.utf8)
    var result: Result<String?, CellFault> = .success(nil)
    bytes.withUnsafeBytes { bytes in
      do throws(CellFault) {
        let cleaned = try cleaner.clean(
          bytes, field, limit: isName ? longestName : longestText, tabs: isName ? .areRefused : .becomeSpaces, string)
        result = .success(cleaned)
      } catch {
        result = .failure(error)
      }
    }
    return try result.get()
  }

  /// The trimmed address; nil where nothing was typed.
  static func address(_ value: String) throws(CellFault) -> String? {
    let bytes = Array(value.utf8)
    var result: Result<String?, CellFault> = .success(nil)
    bytes.withUnsafeBytes { bytes in
      let trimmed = CellText.trimmed(bytes)
      guard !trimmed.isEmpty else { return }
      do throws(CellFault) {
        try MailAddress.check(trimmed)
        result = .success(string(trimmed))
      } catch {
        result = .failure(error)
      }
    }
    return try result.get()
  }
}
