# pymp: python=3
"""The order in which sets show ints, floats, None and tuples: that of CPython's hash table after every operation."""
s0=set()
s1=set()
s2=set()
s3=set()
s2.clear()
for i in range(1):
  if s0: print(s0.pop())
print(list(s0))
s3=s3.copy()
print(list(s3))
s3=s0.copy()
s0=s3.copy()
print(list(s0))
s1.update([34,3922,19,3,18283,49,350213724156309264,False,18,5998,33,9255,404163894225029640,frozenset([1,8]),38,57,4])
s2.difference_update([12948,6,(3,34),12602,44,1e+300,54,9,22,702550033399574735,45,False,52,30,3.25])
for x in list(s2)[:28]: s2.remove(x)
print(list(s2))
s1.update(s1)
print(list(s1))
s1={-5,42}
s2-=s1
s3|=s3
print(list(s3))
for i in range(53): s3.add(i*32)
print(list(s3))
s2.add(15583)
print(list(s2))
s2=set([27,(13536,57),frozenset([7,7]),13,38,911210382341896098,14919,41,-2,990691995560326818,28,3473,23,14472,23,4394,229434002837528626509554358629,-2,frozenset([4,7]),39,39,(23,55),21,-5,39,-709978524802396112565027206421,True,17,37,45,5,-936476672937322956,54,570817994348744364456669851129,None,8,2562,19,-504678615493421879878737273092])
print(list(s2))
s1={x for x in s2 if x!=3}
print(list(s1))
s1-=s0
for i in range(4):
  if s3: print(s3.pop())
print(list(s3))
s3=set(range(2,88,3))
print(list(s3))
for x in list(s0)[:16]: s0.remove(x)
print(list(s0))
s3=s0.copy()
print(list(s3))
s0={x for x in s0 if x!=3}
print(list(s0))
s0.difference_update([4534,12822,13664,6115,6506,True,2.0,45,4,12035,33,-76179301783994106693664136722,12,(7,57),23,50])
s3=set([41,53,-3,32,106,24,(28,18),11,-650924849359465545421242423166,14868,8716,2,-770611872730008340368435731847,-3,6537,23,10,38,None,25,((18,34),15402),27683966057635737])
print(list(s3))
s1.add(None)
s1-=s3
print(list(s1))
for i in range(2):
  if s3: print(s3.pop())
s1=s2.union(s1,[39,None])
s2.add(43)
s2.add(15)
print(list(s2))
s0=s2-s2
s2=s1&s0
print(list(s2))
s1|=s0
print(list(s1))
for i in range(0):
  if s2: print(s2.pop())
print(list(s2))
s0={33}
print(list(s0))
for x in list(s1)[:28]: s1.remove(x)
s3.update([-666224112841652300,49,165698271296721979,59,-1474,813756834528249181876043189793,19066,-2,41])
s3.clear()
print(list(s3))
s1.add(3)
s0=s0|s3
s2=s1.copy()
for i in range(122): s3.add(i*8)
s1=s0-s1
print(list(s1))
s2^=s1
print(list(s2))
for x in list(s2)[:15]: s2.remove(x)
print(list(s2))
s2-=s3
s1^=s2
print(list(s1))
s3=s0|s3
print(list(s3))
s1.update([9781,30,1e+300,57,15,57,11284,13,43,37,38,1.5,(-4,False),3,4,49,-888701334808921815,1,10000000000.0,2879,29,35,42])
s3={x for x in s0 if x!=3}
print(list(s3))
s0-=s0
s1.add(True)
print(list(s1))
s3=s2&s2
print(list(s3))
s2=s3&s1
print(list(s2))
s3.clear()
print(list(s3))
s3=s1-s3
s3={x for x in s3 if x!=3}
print(list(s3))
s0={x for x in s1 if x!=3}
print(list(s0))
s1={3.25,21}
print(list(s1))
s2=s0|s3
print(list(s2))
for i in range(69): s2.add(i*3)
print(list(s2))
s3.add(49)
for i in range(100): s3.add(i*1001)
s3=s1.copy()
print(list(s3))
s0={x for x in s3 if x!=3}
s0={7954}
s2.discard(19)
print(list(s2))
s1={x for x in s0 if x!=3}
print(list(s1))
print(list(s3))
s1&=s1
s2=set([3.25,24,10131,-1,11780,45,32,-844511328334006835,20,19,23,32,58,5317,2,(45,-2),(1,-93061914573308302),35,-817005561085551329,(18,15196),-280975560584843443,10406,1e+300,8,30,48,(21,34),746922143385649626641914462200,42,12625,41])
s3=s0.copy()
s3.add(2)
print(list(s3))
s0=s2|s2
print(list(s0))
s0=s2|s2
print(list(s0))
s0.discard(54)
s3^=s2
print(list(s3))
s3=set(frozenset(s1))
print(list(s3))
s1=s1-s2
print(list(s1))
s0=set(range(2,126,7))
print(list(s0))
s0.update(s3)
s0.difference_update([48,52])
print(list(s0))
s1.difference_update([784431350302123277,1970,-322584485363543881,29,28,26,25])
print(list(s1))
s1|=s2
print(list(s1))
print(list(s1))
s0-=s3
s0.discard(19)
s2.difference_update([-756087785030715519,18314,-1,13,27,21,696195326661856781995465444329,34])
print(list(s2))
for i in range(104): s0.add(i*1)
s1|=s0
s3&=s2
s2&=s2
print(list(s2))
s2=set(frozenset(s1))
print(list(s2))
s0&=s3
print(list(s0))
s0-=s3
s1={x for x in s0 if x!=3}
print(list(s1))
s3=set(frozenset(s0))
print(list(s3))
s1.update(s2)
print(list(s1))
s0^=s0
s1.add((1,18852))
print(list(s1))
s1.difference_update([-903489253252988179699141782432,15,10,19,-1,8623])
print(list(s1))
s3=s2&s3
print(list(s3))
s3-=s3
print(list(s3))
s1.difference_update([52,888416794627829559,17,-677769503098083457309922765301,41,51,19531,11,35,-815606438921734243,59,2.0,3,None,None])
s1.difference_update([30,False,59,(28,5779),-1,46,30,10348])
print(list(s1))
s3={x for x in s0 if x!=3}
s3|=s2
s1=set(range(1,226,4))
print(list(s1))
s0=s2&s2
s2=s0.copy()
print(list(s2))
s3.add(24)
s0.add(7952)
print(list(s0))
s2={4690,55,-4}
s1.discard(13)
s2.add(39)
print(list(s2))
s3.update(s3)
s0|=s0
print(list(s0))
s1.add(19522)
for i in range(4):
  if s1: print(s1.pop())
for i in range(76): s3.add(i*1)
s3&=s0
s3.update(s0)
print(list(s3))
s0.clear()
print(list(s0))
print(list(s2))
for i in range(129): s2.add(i*1)
print(list(s2))
s1=set(frozenset(s1))
s1.difference_update([55,-5,3.25,(34,-795168872237782216299331618319),3621,-2,15])
print(list(s1))
s1.add(0)
s0=set([1.5,3.25,21,-1,6,211189845563791347944767905846,7,-184388897508944427731523388021,28,27,(42,False),0.5,942565397393065615351607190414,55,305331788669946392,6,7408,-5,7448,-875566297789667275,57,18,(14880,15),22,(16,5),8,9652,45,1.5,-2,33,59,24,(-1,36)])
print(list(s0))
s3-=s2
print(list(s3))
s2=s1-s1
print(list(s2))
s1=s1&s2
s1=set(frozenset(s1))
print(list(s1))
s2=s1-s1
for x in list(s2)[:3]: s2.remove(x)
print(list(s2))
s1=set(frozenset(s1))
print(list(s1))
print(list(s2))
s3.add(50)
s2.update([11261,26,False,727307124509350651,5489,19380,-1.0,19021])
print(list(s2))
s1=s3|s1
s3.difference_update([19663,(36,918164908965520694),8,22,20,1312,-0.75,13588,18947,57129632255701330264908279166,-515566792726018318,None,-180335064066080490])
s2|=s2
print(list(s2))
print(list(s0))
s2=s0&s1
s1=set([3,621733825927536029051310400031,5405,637332200282781384403040961973,3.25,32,-711386668889231915,-182011025350544283,6530448028537517254415157103,11962])
s3=s0^s2
print(list(s3))
s2^=s2
print(list(s2))
s0=s2&s1
s0.update([0.5,4873,(6192,16955),24,52,14,46,813622591960338239898561303728,962,15973,204059740567799316754093296487,15393,51,1833,6666,12])
print(list(s0))
s0.update([58,-5,36,58,13262,48,frozenset([1,2]),-1066,0,8828,226782447134411564373058177805,-921838840202051214,48,9095,41,21,38,1,254002287442641186270247280233,59,None,1864])
print(list(s0))
s2={0,46,-372,8,19,724478910410199358011065832606}
print(list(s2))
s3=set([13003,3698])
print(list(s3))
s1=set(range(1,6,6))
s1=s2&s2
print(list(s1))
s0&=s2
print(list(s0))
s0.discard(326600668081510150)
s3.add(17459)
print(list(s3))
s1={x for x in s3 if x!=3}
print(list(s1))
s3.clear()
print(list(s3))
s0.discard(-3)
print(list(s0))
s1.add(13)
s0-=s2
s2.add(5)
print(list(s2))
s2.difference_update([51])
print(list(s2))
s1=s1^s0
s1|=s3
s3=s2&s2
print(list(s3))
s2.difference_update([6064,43,5679,-207584875278178258822547180174,49,0,13,-637776111645720434695206787030,58])
print(list(s2))
s0=set([2,13247,-412621960839019224,-1693,353827150397483389176790387477,-30812470378718461230467731352,6504,1e-05,59,4198,6,32,40,14])
print(list(s0))
s3=s2^s0
s0.difference_update([])
print(list(s0))
s0=set([22,30,52,403619217342653503,(-1,18),-2,42,-0.75,3,3.25,True,24,19945,3985,15,25,None,((-2,0.5),56),13,-5,(7790,12459),85418814033415431,27,42,16,13,True,19,-379418781963795359940507449460,42,2.0,-776362225603938369,False,1.5,38,24])
print(list(s0))
s2=s1.copy()
s1-=s3
s2=s3.copy()
print(list(s2))
s2.update(s2)
print(list(s2))
s0^=s2
print(list(s0))
s0=s1&s3
print(list(s0))
s1=s2|s3
s1=s0&s3
print(list(s1))
s1.update([59,12,31,50,47,18,18,5550,385009155736842126,6,-0.75,-524922753124555995,19,4628,47,0.5,9391,58,47,False])
print(list(s1))
s2={frozenset([0,2]),-1848,52,(40,913953944477399248),1e+300,-120576558760509987,5}
print(list(s2))
for i in range(0):
  if s0: print(s0.pop())
print(list(s0))
for i in range(57): s1.add(i*1001)
print(list(s1))
s0={x for x in s2 if x!=3}
s0=s0.union(s0,[54,12555,7])
s0-=s2
print(list(s0))
s2.discard(12)
print(list(s2))
for x in list(s1)[:18]: s1.remove(x)
print(list(s1))
print(list(s3))
s0=set(range(5,173,7))
print(list(s0))
s2|=s3
for x in list(s0)[:29]: s0.remove(x)
print(list(s0))
s3.discard(269)
print(list(s3))
s1.update([(46233206738318335,-681),29,False,-828,6211,-4,0,34,16,29,13,11,3.25])
print(list(s1))
s2=set(frozenset(s1))
print(list(s2))
s3=set([-299712589420057226,13367,-418967083804411496982786529805,44,(40,25),36,31,-1.0,-3,3,9403,2,12414,8,3063,40,20,7068,646752782806515052047701195147,622164823270364653,8,10,14,30,1.5,52,7439,-186144232051262778,44,-1779,-9683636569036902146687292051,18,2751,43,881])
s2=s2-s1
print(list(s2))
s3.add(58)
print(list(s3))
s2|=s3
print(list(s2))
s0.add(15211)
print(list(s0))
print(list(s3))
s1|=s3
print(list(s1))
s2=s0^s1
print(list(s2))
s0.discard(7663)
for i in range(1):
  if s3: print(s3.pop())
print(list(s3))
s1.add(17763)
print(list(s1))
s0.add(-5)
for x in list(s3)[:0]: s3.remove(x)
print(list(s3))
s3={10,8}
print(list(s3))
s0-=s1
s0.update([30,29,17079,19,44,23,0.5,25,0,17,53,27,(3,44),17163,34,57,26,16,18,32,41,44])
print(list(s0))
s0=s0^s3
print(list(s0))
s3=s1&s3
print(list(s3))
for x in list(s3)[:0]: s3.remove(x)
print(list(s3))
for i in range(50): s1.add(i*8)
print(list(s1))
s1=s3.copy()
print(list(s1))
s2|=s1
for i in range(1):
  if s1: print(s1.pop())
print(list(s1))
s3.difference_update([10058,11243,4964,10,997,6860,-112670924571490978,13,44,-591756951735405197,-259738703090167003,8,41,-826266555808384033331120307582])
s0.update([-179354326888283425,54,449500854296792156,2.0,(41,19745),11519,54,46,7,9,23,-66912023988466295,15,33,0,18626,3887,5459,15064,50,16850,-5,31,True,(-784,-56037531976790350961466167777),-37918572182695809])
for i in range(0):
  if s3: print(s3.pop())
print(list(s3))
s3=s3.union(s2,[934342824304193211,12836,4749,11,19,28,15,(15823,2)])
print(list(s3))
s2=set([57,5794,188388923655673635,2361,(33,13),5889,10,3544,3072,13111,3.25,1.5,-1595,21,30,9,-628022361000981027,54,7486])
print(list(s2))
s0-=s0
s3=set(frozenset(s0))
print(list(s3))
s0^=s3
print(list(s0))
for i in range(164): s2.add(i*8)
s2.update([45,10000000000.0,16,34,-125219532402008268,40,42,42,10000000000.0,0,46,True,58,-309233520675531206,18528,24,51,11152,0,-0.75,42,49,4])
s3-=s2
print(list(s3))
s1=s1&s3
print(list(s1))
for i in range(138): s2.add(i*8)
print(list(s2))
s3.difference_update([2,404601160737745937,16514,10079,12,38,18766,19,52,2814,10190,11643,25,10987,24,20,1678,27,4145])
print(list(s3))
s2={x for x in s3 if x!=3}
print(list(s2))
for x in list(s0)[:2]: s0.remove(x)
s1-=s0
s3={-139080737006454070,-67617399278934808,42,22}
print(list(s3))
for i in range(159): s0.add(i*3)
print(list(s0))
s2=set(frozenset(s1))
s0=s2.copy()
print(list(s0))
s2.difference_update([36,-108318532632552511653108051049,52,51,-3,4,718234088322103661011868302247,13,6200,6805,(38,frozenset([7,8]))])
s0.difference_update([55,(12699,4),22,11,-570,41,330569294787157147,40,37,8937,26,0,19986,44,59,None,None,3.25,18795])
print(list(s0))
for x in list(s2)[:2]: s2.remove(x)
print(list(s2))
s2=s2^s1
s3=s2.union(s0,[13776,5976,-671138961500511338708917331544,53,45])
print(list(s3))
s2.update([675552157267052632,19589,(19,622),7969,13331,49,-843785910861354855,1e+300,10000000000.0])
s0=s1.copy()
s1-=s0
print(list(s1))
s2=s0.copy()
for i in range(147): s1.add(i*8)
s0={x for x in s1 if x!=3}
s0=set([-2,11281,9068,48,-159167999578312447456246064013,378541062940923973,54,0.5,False,37,-3,13,944,41,14,17712,5536,875697414241858807,-927058562838679503,502581330442661963])
for i in range(4):
  if s3: print(s3.pop())
s1={x for x in s2 if x!=3}
print(list(s1))
s2|=s1
s0.discard(59)
print(list(s0))
s1=set(frozenset(s2))
print(list(s1))
s1=s1^s0
print(list(s0))
print(list(s1))
print(list(s2))
print(list(s3))
