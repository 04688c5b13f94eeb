import Campaigns
import Testing

@testable import Export

@Suite struct InitialsTests {
  @Test(arguments: [
    ("Ana Example", "A. E."), ("Jean-Paul Sample", "J.-P. S."), ("Jean\u{2010}Paul Sample", "J.-P. S."),
    ("Ludwig van der Berg", "L. v. d. B."), ("Noor \"Nita\" Cruz", "N. N. C."), ("Sinéad O'Brien", "S. O."),
    ("Émile Zoë", "É. Z."), ("E\u{301}mile", "E\u{301}."), ("José Ñandú, Jr.", "J. Ñ. J."), ("ana", "a."),
    ("  Ana   Example ", "A. E."), ("Ana 3rd", "A. 3."), ("- Ana -", "A."), ("Ana\u{A0}Example", "A. E."),
    ("محمد العربي", "م. ا."), ("נועה לוי", "נ. ל."), ("Ольга Несуществующая", "О. Н."), ("王小明", "王."),
    ("佐藤 さくら", "佐. さ."), ("प्रिया क्षेत्री", "प्रि. क्षे."), ("김민준", "김."), ("ธนา", "ธ."),
  ])
  func aName(name: String, initials: String) {
    #expect(Initials.of(name) == initials)
  }

  @Test(arguments: [("王 伟", "王."), ("김 준", "김."), ("Ana 伟", "A."), ("王", "王.")])
  func aGivenNameOfOneCharacterIsNotToldWhole(name: String, initials: String) {
    #expect(Initials.of(name) == initials)
  }

  @Test(arguments: [("👩🏽‍🏭", "👩🏽‍🏭"), ("👩🏽‍🏭 🎉", "👩🏽‍🏭"), ("---", "-"), ("", ""), (" ", "")])
  func whatHasNoLetterStandsForItself(name: String, initials: String) {
    #expect(Initials.of(name) == initials)
  }
}
