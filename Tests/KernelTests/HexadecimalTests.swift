import Kernel
import Testing

@Suite struct HexadecimalTests {
    @Test func everyByteIsTwoSmallDigits() {
        #expect(([0x00, 0x09, 0x0a, 0x7f, 0xa0, 0xff] as [UInt8]).hexadecimal == "00090a7fa0ff")
        #expect(([] as [UInt8]).hexadecimal == "")
    }
}
