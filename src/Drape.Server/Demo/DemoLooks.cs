using Drape.Drawing;
using Drape.Drawing.Figures;

namespace Drape.Server.Demo;

/// <summary>What the people of the demo post. Chosen by trying what the networks recognise; nothing here says what they will
/// read.</summary>
static class DemoLooks
{
    static readonly Worn<ShoeKind> WhiteSneakers = new(ShoeKind.Sneakers, 0xE8E5DE);
    static readonly Worn<ShoeKind> BlackPumps = new(ShoeKind.Pumps, 0x1E1C1C);
    static readonly Worn<ShoeKind> BrownLoafers = new(ShoeKind.Loafers, 0x2A1C14);
    static readonly Worn<ShoeKind> TanBoots = new(ShoeKind.Boots, 0x7A4A2A);

    public static IReadOnlyList<DemoLook> Ann { get; } =
    [
        new(19, "First cold morning: the rust turtleneck and the long tartan, out of the box at last.")
        {
            Attire = new Separates(new(TopKind.Turtleneck, 0x8A4A2A), new(BelowKind.LongSkirt, 0x6A5A3A, GarmentPattern.Plaid, 0x3A2A20), Tucked: true),
            Shoes = TanBoots,
            Street = StreetKind.Brick,
            Seed = 118,
            LikedBy = ["Ben", "Mina", "Ida"],
            KeptBy = ["Mina"],
            Comments = [new("Mina", "긴 체크 스커트, 색이 정말 따뜻해 보여요."), new("Ann", "Thank you! It is older than I am.")],
        },
        new(11, "Errands, and a coat that forgives everything beneath it.")
        {
            Attire = new Separates(new(TopKind.Shirt, 0xE8E4DC), new(BelowKind.Jeans, 0x3A5580), Tucked: true),
            Over = new(OverKind.TrenchCoat, 0xBFA47A),
            Shoes = BrownLoafers,
            Street = StreetKind.Plaster,
            Seed = 2120,
            LikedBy = ["Jun", "Ida"],
            Comments = [new("Ben", "The belt makes it.")],
        },
        new(5, "Garden party, and the red dress gets one more summer.")
        {
            Attire = new InOnePiece(new(DressKind.Summer, 0x8A2A3A, GarmentPattern.Floral, 0xF0DADA)),
            Shoes = new(ShoeKind.Pumps, 0xB89878),
            Street = StreetKind.Park,
            Arm = ArmKind.OnHip,
            Seed = 112,
            LikedBy = ["Ben", "Mina", "Jun", "Ida"],
            KeptBy = ["Ida"],
            Comments = [new("Ida", "The flowers are just the right size."), new("Jun", "여름이 그리워지네요.")],
        },
        new(1, "Stripes and jeans. Some days need no more.")
        {
            Attire = new Separates(new(TopKind.TShirt, 0xF2F0EA, GarmentPattern.Striped, 0x1F2A4D), new(BelowKind.Jeans, 0x3A5580), Tucked: true),
            Shoes = WhiteSneakers,
            Street = StreetKind.Plaster,
            Arm = ArmKind.InPocket,
            Seed = 111,
            LikedBy = ["Mina", "Ben"],
            Comments = [new("Ida", "Never out of season.")],
        },
    ];

    public static IReadOnlyList<DemoLook> Ben { get; } =
    [
        new(16, "Second interview. The blazer did the talking.")
        {
            Attire = new Separates(new(TopKind.Shirt, 0x9AB4DA), new(BelowKind.Trousers, 0x4A4A50), Tucked: true),
            Over = new(OverKind.Blazer, 0x26304F),
            Shoes = BrownLoafers,
            Street = StreetKind.Shops,
            Arm = ArmKind.InPocket,
            Seed = 2232,
            LikedBy = ["Ann", "Jun"],
            KeptBy = ["Jun"],
            Comments = [new("Ann", "And, did you get it?"), new("Ben", "Starting on Monday!"), new("Mina", "축하해요! 남색이 잘 어울려요.")],
        },
        new(9, "Denim over white, because nothing has ever gone wrong with it.")
        {
            Attire = new Separates(new(TopKind.TShirt, 0xF1EFEA), new(BelowKind.Jeans, 0x2A3350)),
            Over = new(OverKind.DenimJacket, 0x4A6A9A),
            Shoes = WhiteSneakers,
            Street = StreetKind.Plaster,
            Seed = 36,
            LikedBy = ["Ida"],
        },
        new(3, "Lumberjack in the city. Nothing was chopped.")
        {
            Attire = new Separates(new(TopKind.Shirt, 0x8A2A32, GarmentPattern.Plaid, 0x22252C), new(BelowKind.Jeans, 0x2B2C30)),
            Shoes = TanBoots,
            Street = StreetKind.Brick,
            Seed = 234,
            LikedBy = ["Ann", "Mina", "Jun"],
            Comments = [new("Jun", "체크 셔츠 어디서 사셨어요?"), new("Ben", "A flea market, years ago.")],
        },
    ];

    public static IReadOnlyList<DemoLook> Mina { get; } =
    [
        new(14, "분홍 스웨터에 빨간 체크 스커트. 오늘은 색을 아끼지 않았어요.")
        {
            Attire = new Separates(new(TopKind.Sweater, 0xD9A3AE), new(BelowKind.Miniskirt, 0x8A2A32, GarmentPattern.Plaid, 0x22252C), Tucked: true),
            Shoes = WhiteSneakers,
            Street = StreetKind.Plaster,
            Seed = 4041,
            LikedBy = ["Ann", "Ida", "Jun"],
            KeptBy = ["Ann"],
            Comments = [new("Ann", "Pink and red, and it works!")],
        },
        new(7, "공연 보러 가는 날. 전부 검정, 재킷은 가죽.")
        {
            Attire = new Separates(new(TopKind.TShirt, 0x1E1E20, GarmentPattern.Graphic, 0xC8C8C8), new(BelowKind.Miniskirt, 0x1E1E20), Tucked: true),
            Over = new(OverKind.BikerJacket, 0x19181A),
            Shoes = new(ShoeKind.Boots, 0x222022),
            Street = StreetKind.Brick,
            Seed = 2047,
            LikedBy = ["Ben", "Jun"],
            Comments = [new("Jun", "누구 공연이었어요?"), new("Mina", "친구네 밴드요. 다음엔 같이 가요!")],
        },
        new(2, "흰 코트 안은 머리부터 발끝까지 검정.")
        {
            Attire = new Separates(new(TopKind.Turtleneck, 0x242326), new(BelowKind.WideTrousers, 0x242326), Tucked: true),
            Over = new(OverKind.Coat, 0xE0D8CA),
            Shoes = BlackPumps,
            Street = StreetKind.Shops,
            Arm = ArmKind.InPocket,
            Seed = 43,
            LikedBy = ["Ann", "Ben", "Jun", "Ida"],
            KeptBy = ["Ann", "Ida"],
            Comments = [new("Ann", "I want this coat."), new("Ida", "So clean.")],
        },
    ];

    public static IReadOnlyList<DemoLook> Jun { get; } =
    [
        new(12, "사촌 결혼식. 검은 블레이저 하나로 충분했습니다.")
        {
            Attire = new Separates(new(TopKind.Shirt, 0xF2F0EA), new(BelowKind.Trousers, 0x232327), Tucked: true),
            Over = new(OverKind.Blazer, 0x232327),
            Shoes = BrownLoafers,
            Street = StreetKind.Shops,
            Seed = 51,
            LikedBy = ["Mina", "Ben"],
            Comments = [new("Mina", "신랑보다 멋있으면 안 되는데요.")],
        },
        new(4, "주말엔 줄무늬 티셔츠에 편한 바지.")
        {
            Attire = new Separates(new(TopKind.TShirt, 0xF1EFEA, GarmentPattern.Striped, 0x1F2A4D), new(BelowKind.Trousers, 0x3A3A3E)),
            Shoes = WhiteSneakers,
            Street = StreetKind.Plaster,
            Seed = 252,
            LikedBy = ["Ann", "Mina"],
            Comments = [new("Ann", "We match!")],
        },
    ];

    public static IReadOnlyList<DemoLook> Ida { get; } =
    [
        new(17, "Triangles all over, and everybody at the market asked.")
        {
            Attire = new InOnePiece(new(DressKind.Long, 0x2A6A6A, GarmentPattern.Geometric, 0xE0A040)),
            Shoes = TanBoots,
            Street = StreetKind.Park,
            Arm = ArmKind.OnHip,
            Seed = 164,
            LikedBy = ["Ann", "Mina"],
            KeptBy = ["Ann"],
        },
        new(8, "Monday, with a shirt that was ironed on Sunday.")
        {
            Attire = new Separates(new(TopKind.Shirt, 0xEEE6E0), new(BelowKind.PencilSkirt, 0x2A2A30), Tucked: true),
            Shoes = BlackPumps,
            Street = StreetKind.Shops,
            Arm = ArmKind.OnHip,
            Seed = 63,
            LikedBy = ["Ben"],
            Comments = [new("Ben", "See you in the meeting.")],
        },
        new(6, "The little black dress, and nothing to add.")
        {
            Attire = new InOnePiece(new(DressKind.Sheath, 0x141416)),
            Shoes = BlackPumps,
            Street = StreetKind.Shops,
            Arm = ArmKind.OnHip,
            Seed = 68,
            LikedBy = ["Ann", "Ben", "Mina"],
            Comments = [new("Mina", "완벽해요.")],
        },
        new(0, "Denim twice. I counted.")
        {
            Attire = new Separates(new(TopKind.TShirt, 0xF1EFEA), new(BelowKind.Jeans, 0x5A7AAA), Tucked: true),
            Over = new(OverKind.DenimJacket, 0x5A7AAA),
            Shoes = WhiteSneakers,
            Street = StreetKind.Brick,
            Seed = 169,
            LikedBy = ["Ann"],
        },
    ];
}
