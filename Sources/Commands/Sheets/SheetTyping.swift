import Campaigns
import Intake
import Office

/// Asks for the rows of a sheet, one after the other.
struct SheetTyping {
  private let sheet: SignatureSheet
  private let questions: Questions
  /// The rows so far.
  private(set) var typed: [PaperRow] = []

  /// What a row's questions came to.
  private enum Answer {
    case row(PaperRow)
    case passed
    case takenBack
    case ended
  }

  init(_ sheet: SignatureSheet, _ questions: Questions) {
    self.sheet = sheet
    self.questions = questions
  }

  /// The rows, until an empty name, the last row or the end of input.
  mutating func rows() throws -> [PaperRow] {
    Terminal.say(Copy.enterPaper(sheet))
    var number = 1
    var passed: [Int] = []
    while number <= sheet.rowCount {
      switch try ask(number) {
      case .row(let row):
        typed.append(row)
        passed.append(number)
        number += 1
      case .passed:
        passed.append(number)
        number += 1
      case .takenBack:
        guard let last = passed.popLast() else { continue }
        takeAway(row: last)
        number = last
        Terminal.say(Copy.tookBack(last))
      case .ended: return typed
      }
    }
    return typed
  }

  /// Takes a row away.
  mutating func takeAway(row number: Int) {
    typed.removeAll { $0.row == number }
  }

  /// Asks for one row again; it can be passed or left empty.
  mutating func retype(_ number: Int) throws {
    while true {
      switch try ask(number) {
      case .row(let row):
        typed.append(row)
        return
      case .passed, .ended: return
      case .takenBack: continue
      }
    }
  }

  /// Asks for the fields of a row until they keep the rules of their columns.
  private func ask(_ number: Int) throws -> Answer {
    while true {
      guard let name = questions.ask("Row \(number), name: ")?.trimmingWhitespace(), !name.isEmpty else {
        return .ended
      }
      if name == "-" { return .passed }
      if name == "<" { return .takenBack }
      var row = PaperRow(row: number, name: name)
      switch fields(of: &row) {
      case nil:
        Terminal.say(Copy.droppedUnfinished)
        return .ended
      case false?: continue
      case true?: break
      }
      guard let fault = try row.fault() else { return .row(row) }
      Terminal.warn(Copy.refusedRow(RefusedPaperRow(row: number, reason: fault)))
    }
  }

  /// Fills in the other fields; false where the row is taken back, nil where the input ends.
  private func fields(of row: inout PaperRow) -> Bool? {
    var answers: [String?] = []
    for question in [
      "Job title: ", "Team: ", "E-mail: ", "Shown as: named, role or counted [\(PaperRow.unmarked.rawValue)]: ",
    ] {
      guard let answer = questions.ask(question)?.trimmingWhitespace() else { return nil }
      if answer == "<" { return false }
      answers.append(answer.isEmpty ? nil : answer)
    }
    row.jobTitle = answers[0]
    row.team = answers[1]
    row.email = answers[2]
    row.visibility = answers[3]
    return true
  }
}
